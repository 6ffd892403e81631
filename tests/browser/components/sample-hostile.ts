import type { Card } from '../../../facts/card.ts';
import { MUSK } from './sample-cards.ts';
import { STATED } from './sample-then-now.ts';

const MARKUP = '<img src=x onerror=alert(1)>';
const SCRIPT = 'javascript:alert(1)';

/** A pack that tries to be more than text, in every member that is shown. */
export const HOSTILE_CARD: Card = {
  ...MUSK,
  name: { text: MARKUP, lang: 'en' },
  articleDate: MARKUP,
  distance: MARKUP,
  rolesThen: [{ parts: [{ text: MARKUP }], date: MARKUP, asOf: MARKUP }],
  rolesNow: [{ parts: [{ text: MARKUP, entity: MARKUP }] }],
  since: [
    {
      ...STATED,
      id: 'h1',
      date: MARKUP,
      distance: MARKUP,
      parts: [{ text: MARKUP, entity: MARKUP, lang: 'en' }],
      note: { text: MARKUP, lang: 'en' },
      notKnownUntil: MARKUP,
      pack: MARKUP,
      disagreesWith: ['h1', 'h2', MARKUP],
      status: 'said',
      claims: [{ by: { text: MARKUP }, stance: 'says', date: MARKUP, source: MARKUP }],
      sources: [MARKUP],
    },
  ],
  facts: MUSK.facts.map((fact, index) => ({
    ...fact,
    id: `h${index + 2}`,
    pack: MARKUP,
    disagreesWith: [`h${(index % 2) + 2}`],
    notKnownUntil: MARKUP,
    claims: fact.claims.map((claim) => ({ ...claim, by: { text: MARKUP }, date: MARKUP })),
  })),
  sources: MUSK.sources.map((source) => ({
    ...source,
    title: MARKUP,
    publisher: MARKUP,
    pack: MARKUP,
    published: MARKUP,
    url: SCRIPT,
    archived: SCRIPT,
  })),
  links: [{ label: MARKUP, url: SCRIPT }],
};
