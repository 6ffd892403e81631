import type { LocalText } from './card.ts';
import type { Entity } from './pack-format.ts';

const MOST_OTHER_NAMES = 3;
const LATIN = /\p{Script=Latin}/u;

/** Other full and former names: those in the language shown, then one a language in the pack's order. */
export function otherNames(entity: Entity, shown: LocalText): LocalText[] {
  const others = new Map<string, LocalText>();
  for (const { text, lang = '', use } of entity.names) {
    if ((use === undefined || use === 'former') && text !== shown.text && !others.has(text)) {
      others.set(text, { text, lang });
    }
  }
  const languages = new Set<string>();
  const firsts = [...others.values()].filter(({ lang }) => {
    const isFirst = !languages.has(lang);
    languages.add(lang);
    return isFirst;
  });
  // Another script tells more than another spelling.
  const isForeign = ({ text }: LocalText) => !LATIN.test(text);
  return [...new Set([...firsts.filter(isForeign), ...firsts, ...others.values()])]
    .sort((a, b) => Number(b.lang === shown.lang) - Number(a.lang === shown.lang))
    .slice(0, MOST_OTHER_NAMES);
}
