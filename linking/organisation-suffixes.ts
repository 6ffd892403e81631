/** Legal forms that news writes or leaves out after an organisation's name. */
const SUFFIXES = `
inc incorporated corp corporation co company ltd limited llc llp lp plc pjsc ojsc jsc pao oao zao ooo
ag gmbh kg kgaa se sa sas sarl nv bv spa srl ab asa as oyj oy aps kk bhd pte pty sdnbhd
group holdings holding cie
`;

/** Those that news agencies write small; the others are ordinary words when they are small. */
const smallForms = new Set(['inc', 'corp', 'ltd', 'plc']);

const words = new Set(SUFFIXES.trim().split(/\s+/));

/** Whether a folded word is a legal form, written small or with a capital. */
export function isLegalForm(word: string, isSmall = false): boolean {
  return isSmall ? smallForms.has(word) : words.has(word);
}

/** "Paxar" of "Paxar Corp."; undefined when a name has no legal form, or is nothing else. */
export function withoutLegalForm(name: string): string | undefined {
  const parts = name.split(' ');
  let end = parts.length;
  while (end > 1 && isLegalForm((parts[end - 1] ?? '').toLowerCase().replaceAll(/[.,]/g, '')))
    end--;
  if (end === parts.length) return undefined;
  return parts
    .slice(0, end)
    .join(' ')
    .replace(/[,\s&]+$/, '');
}
