import type { Fact } from '../../facts/pack-format.ts';
import { KINDS, type Kind } from '../../facts/vocabulary.ts';
import { endsBeforeStart } from '../given-date.ts';
import { statementFactId } from '../wikidata/entity.ts';
import { kindOfClass } from '../wikidata/kinds.ts';
import { cleanValue } from '../wikidata/languages.ts';
import { dayOfTimestamp, httpUrl } from '../wikidata/references.ts';
import { HAS_ENDED, type Refusal } from '../wikidata/statements.ts';
import {
  countOfTerm,
  dateOfTerm,
  isUnknown,
  itemOfTerm,
  statementOfTerm,
  type Term,
  termOf,
} from './terms.ts';

/** Texts by Wikidata's language code; "mul" for those of no language. */
export class TextsByLanguage {
  readonly #texts = new Map<string, string[]>();

  add(language: string | undefined, text: string | undefined): void {
    if (text === undefined) return;
    const code = language?.toLowerCase() || 'mul';
    const texts = this.#texts.get(code) ?? [];
    if (!texts.includes(text)) this.#texts.set(code, [...texts, text]);
  }

  /** The first text of each language, as Wikidata's JSON has labels. */
  single(): Record<string, string | undefined> {
    return Object.fromEntries([...this.#texts].map(([code, [text]]) => [code, text]));
  }

  /** All texts, as Wikidata's JSON has aliases. */
  all(): Record<string, { readonly value: string }[]> {
    return Object.fromEntries(
      [...this.#texts].map(([code, texts]) => [code, texts.map((value) => ({ value }))]),
    );
  }

  first(): { readonly code: string; readonly text: string } | undefined {
    for (const [code, [text]] of this.#texts) if (text !== undefined) return { code, text };
    return undefined;
  }
}

export type ItemFact = Omit<Fact, 'subject' | 'sources'>;

/** What all rows about one item say of it. */
export interface Item {
  readonly labels: TextsByLanguage;
  readonly aliases: TextsByLanguage;
  readonly descriptions: TextsByLanguage;
  readonly facts: Map<string, ItemFact>;
  readonly countries: Set<string>;
  kind?: Kind | undefined;
  sitelinks?: number | undefined;
  article?: string | undefined;
  modified?: string | undefined;
}

/** Adds what a row says to the item that it is about. */
export class ItemCollector {
  readonly items = new Map<string, Item>();
  /** Names of positions, parties and countries. */
  readonly names = new Map<
    string,
    { readonly property: string; readonly texts: TextsByLanguage }
  >();

  /** @returns what could not be taken from the row; the rest of it is */
  add(row: unknown): Refusal[] {
    const term = termOf(row, 'item');
    const id = itemOfTerm(term);
    if (id === undefined) {
      return [
        {
          message: term ? `?item is no item of Wikidata: ${term.value.slice(0, 80)}` : 'no ?item',
          mend: 'bind ?item to an IRI like http://www.wikidata.org/entity/Q42',
        },
      ];
    }
    const item = this.#itemOf(id);
    addTexts(row, item);
    const kind = kindOfTerm(termOf(row, 'kind'));
    item.kind ??= kind;
    item.sitelinks ??= countOfTerm(termOf(row, 'sitelinks'));
    item.article ??= httpUrl(termOf(row, 'article')?.value)?.href;
    item.modified ??= dayOfTimestamp(termOf(row, 'modified')?.value);
    const country = this.#named(row, 'country', 'P27');
    if (country !== undefined) item.countries.add(country);
    const party = this.#named(row, 'party', 'P102');
    if (party !== undefined) {
      addFact(item, { id: `${id}-P102-${party}`, predicate: 'P102', object: party });
    }
    return [
      ...addDate(row, id, item, { variable: 'birth', property: 'P569' }),
      ...addDate(row, id, item, { variable: 'death', property: 'P570' }),
      ...addPosition(row, id, item, this.#named(row, 'position', 'P39')),
    ];
  }

  #itemOf(id: string): Item {
    const known = this.items.get(id);
    if (known) return known;
    const item: Item = {
      labels: new TextsByLanguage(),
      aliases: new TextsByLanguage(),
      descriptions: new TextsByLanguage(),
      facts: new Map(),
      countries: new Set(),
    };
    this.items.set(id, item);
    return item;
  }

  /** The item that a variable is bound to, its name noted. */
  #named(row: unknown, variable: string, property: string): string | undefined {
    const id = itemOfTerm(termOf(row, variable));
    if (id === undefined) return undefined;
    const label = termOf(row, `${variable}Label`);
    const known = this.names.get(id) ?? { property, texts: new TextsByLanguage() };
    known.texts.add(label?.['xml:lang'], labelOf(label));
    this.names.set(id, known);
    return id;
  }
}

/** A label; the label service gives the id for what has none. */
function labelOf(term: Term | undefined): string | undefined {
  const text = cleanValue(term?.value);
  return text === undefined || /^[LPQ]\d+$/u.test(text) ? undefined : text;
}

function addTexts(row: unknown, { labels, aliases, descriptions }: Item): void {
  if (typeof row !== 'object' || row === null) return;
  for (const variable of Object.keys(row)) {
    const [, what, column] =
      /^(itemLabel|itemAltLabel|itemDescription|label|altLabel|description)(?:_(\w+))?$/u.exec(
        variable,
      ) ?? [];
    const term = what === undefined ? undefined : termOf(row, variable);
    if (!term) continue;
    // Names of variables have no "-": ?label_zh_hant.
    const language = column?.replaceAll('_', '-') ?? term['xml:lang'];
    if (what === 'itemLabel' || what === 'label') labels.add(language, labelOf(term));
    else if (what === 'itemDescription' || what === 'description') {
      descriptions.add(language, cleanValue(term.value));
    } else {
      for (const part of term.value.split('|')) aliases.add(language, cleanValue(part));
    }
  }
}

function kindOfTerm(term: Term | undefined): Kind | undefined {
  const named = KINDS.find((kind) => kind === term?.value);
  const id = itemOfTerm(term);
  return named ?? (id === undefined ? undefined : kindOfClass(id));
}

function addDate(
  row: unknown,
  id: string,
  item: Item,
  { variable, property }: { readonly variable: string; readonly property: string },
): readonly Refusal[] {
  const { date, refusals } = dateIn(row, id, variable);
  if (date !== undefined) {
    addFact(item, { id: `${id}-${property}-${date}`, predicate: property, value: { date } });
  }
  return refusals;
}

function addPosition(
  row: unknown,
  id: string,
  item: Item,
  position: string | undefined,
): Refusal[] {
  if (position === undefined) return [];
  const start = dateIn(row, id, 'start');
  const end = dateIn(row, id, 'end');
  const refusals = [...start.refusals, ...end.refusals];
  if (endsBeforeStart(start.date, end.date)) {
    refusals.push({
      message: `${id} ${position}: it ends (${end.date}) before it starts (${start.date})`,
      mend: 'correct one of the two dates in Wikidata',
    });
    return refusals;
  }
  const statement = statementOfTerm(termOf(row, 'statement'));
  const hasEnded = termOf(row, 'end') !== undefined && end.date === undefined;
  addFact(item, {
    id:
      statement === undefined
        ? [id, 'P39', position, ...(start.date === undefined ? [] : [start.date])].join('-')
        : statementFactId(id, 'P39', statement),
    predicate: 'P39',
    object: position,
    ...(start.date !== undefined && { start: start.date }),
    ...(end.date !== undefined && { end: end.date }),
    ...(hasEnded && { note: { en: HAS_ENDED } }),
  });
  return refusals;
}

function dateIn(
  row: unknown,
  id: string,
  variable: string,
): { readonly date?: string | undefined; readonly refusals: readonly Refusal[] } {
  const term = termOf(row, variable);
  if (!term || isUnknown(term)) return { refusals: [] };
  const date = dateOfTerm(term, termOf(row, `${variable}Precision`));
  if (date !== undefined) return { date, refusals: [] };
  const message = `${id}: ?${variable} is no date that can be kept: ${term.value.slice(0, 40)}`;
  return {
    refusals: [{ message, mend: 'bind it to an xsd:dateTime known to the century or better' }],
  };
}

/** Rows repeat a fact for every other name or party of the item. */
function addFact(item: Item, fact: ItemFact): void {
  item.facts.set(fact.id, fact);
}
