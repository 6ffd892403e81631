/** Code units of a name that are looked up; more are no name. */
const MOST_LETTERS = 300;

/** Persian joins parts of a word with ZWNJ, which readers type as a space or leave out. */
export function spellingsOf(name: string): readonly string[] {
  const text = name.slice(0, MOST_LETTERS);
  return text.includes('\u200C') ? [text, text.replaceAll('\u200C', '')] : [text];
}
