import { slugOf } from '../../sources/clean-text.ts';
import { englishName, inSentence } from './country-names.ts';
import { readTable } from './read-table.ts';

/** An office, as the pack names it. */
export interface Office {
  readonly id: string;
  /** The first is the one it goes by. */
  readonly names: readonly string[];
}

/** Somebody in an office. */
export interface Term {
  readonly office: Office;
  /** As it stands in the table. */
  readonly title: string;
  /** ISO 3166-1, or empty for an international office. */
  readonly country: string;
  readonly start: string;
  readonly end: string;
  readonly note?: string | undefined;
  readonly sources: readonly string[];
}

/** "Premier of Alberta", "Speaker of the House of Commons": of what stands in the title. */
const OF_A_PART =
  /^(deputy |lieutenant )*(premier|governor|president|mayor|speaker|chief minister) of \S/i;

/**
 * An office's names: its title with its country, "Minister of Finance of Israel".
 *
 * @param title - as the tables of holders write it, with or without the country
 * @param country - ISO 3166-1; empty for an office of no country
 */
export function officeOf(title: string, country: string): Office {
  if (!/^[A-Z]{2}$/.test(country) || country === 'EU')
    return named(`world:${slugOf(title)}`, [title]);
  const name = escaped(englishName(country));
  const bare = title
    .replace(new RegExp(`,? (?:of|for|in) (?:the )?${name}$`, 'i'), '')
    .replace(new RegExp(`^(?:the )?${name} (?=.)`, 'i'), '');
  const main =
    country === 'US' && /^(under|deputy |acting )?secretary of/i.test(bare)
      ? `United States ${bare}`
      : saysOfWhat(bare, country)
        ? bare
        : OF_A_PART.test(bare)
          ? `${bare}, ${englishName(country)}`
          : `${bare} of ${inSentence(country)}`;
  const names = new Set([main, title === bare ? main : title]);
  return named(`world:${country.toLowerCase()}-${slugOf(bare)}`, [...names]);
}

let ids: ReadonlyMap<string, string> | undefined;

/** Offices that have an id elsewhere, in Wikidata or in another built-in pack, keep it. */
function named(id: string, names: readonly string[]): Office {
  ids ??= new Map(
    readTable('office-ids.csv', ['office', 'id']).map(({ office = '', id: known = '' }) => [
      office.toLowerCase(),
      known,
    ]),
  );
  const known = names.map((name) => ids?.get(name.toLowerCase())).find((one) => one !== undefined);
  return { id: known ?? id, names };
}

/** Titles that name a body which no other country has. */
function saysOfWhat(title: string, country: string): boolean {
  return (
    country === 'US' &&
    /White House|Federal|Central Intelligence|National Intelligence|Joint Chiefs|FBI|CIA|NASA/.test(
      title,
    )
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
