import type { Source } from '../../facts/pack-format.ts';
import { slugOf } from '../clean-text.ts';
import { wikidataPage } from '../wikidata-ids.ts';
import { cleanValue } from './languages.ts';
import { edtfOfTime } from './time.ts';
import {
  itemOf,
  listIn,
  member,
  type Snak,
  snaksOf,
  stringOf,
  textOf,
  timeOf,
} from './wikibase-json.ts';

export const WIKIDATA = 'Wikidata';
export const WIKIDATA_LICENCE = 'CC0-1.0';
const LONGEST_TITLE = 200;
const LONGEST_URL = 2000;
const HASH_LENGTH = 12;

/** The day in a time stamp like "2015-02-13T00:11:48Z". */
export function dayOfTimestamp(text: string | undefined): string | undefined {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=T|$)/u.exec(text ?? '')?.[0];
}

/** The id of the source that an item's own page is. */
export function itemSourceId(id: string): string {
  return `wikidata:${id}`;
}

/** An item's page as a source. It bears the day of its last edit, where the file says so. */
export function itemSource(
  id: string,
  name: string,
  days: { readonly modified?: string | undefined; readonly today: string },
): Source {
  return {
    id: itemSourceId(id),
    title: `${name} (${id})`,
    publisher: WIKIDATA,
    url: wikidataPage(id),
    ...(days.modified !== undefined && { published: days.modified }),
    accessed: days.today,
    licence: WIKIDATA_LICENCE,
  };
}

interface Cited {
  /** The item whose statement it is. */
  readonly item: string;
  /** The day on which Wikidata is known to have named the reference. */
  readonly day: string;
  readonly labelOf: (id: string) => string | undefined;
}

/**
 * The sources that a statement's references name: each reference URL, else the
 * page of the work it is stated in. References that give only an identifier or
 * the project a statement was imported from name nothing to read and are left out.
 *
 * Publishers are the publisher or work named, where its name is at hand, else
 * the host of the URL. A reference without a date counts as accessed on
 * `cited.day`: later it may no longer say so.
 */
export function referenceSources(references: unknown, cited: Cited): Source[] {
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown, at) => {
    const snaks = member(reference, 'snaks');
    const hash = member(reference, 'hash');
    const key =
      typeof hash === 'string' && /^[0-9a-f]{12,}$/u.test(hash)
        ? hash.slice(0, HASH_LENGTH)
        : undefined;
    return pagesOf(snaks, cited).map((page, index) => ({
      id: `${cited.item}-ref-${key ?? keyOfPage(page, at)}${index === 0 ? '' : `-${index + 1}`}`,
      ...page,
      ...datesOf(snaks, cited.day),
    }));
  });
}

type Page = Pick<Source, 'title' | 'publisher' | 'url'>;

/** References of files without hashes go by their address, so that one page is one source. */
function keyOfPage({ url }: Page, at: number): string {
  return slugOf(url.replace(/^https?:\/\//iu, '')) || String(at + 1);
}

function pagesOf(snaks: unknown, { labelOf }: Cited): Page[] {
  const labelIn = (property: string): string | undefined =>
    first(snaksOf(snaks, property), (snak) => {
      const id = itemOf(snak);
      return id === undefined ? undefined : labelOf(id);
    });
  const work = first(snaksOf(snaks, 'P248'), itemOf);
  const workName = labelIn('P248');
  const publisher = labelIn('P123') ?? workName;
  const title =
    first(snaksOf(snaks, 'P1476'), (snak) => cleanValue(textOf(snak)?.text)) ?? workName;
  const urls = snaksOf(snaks, 'P854').flatMap((snak) => httpUrl(stringOf(snak)) ?? []);
  if (urls.length > 0) {
    return urls.map((url) => ({
      title: (title ?? `${url.host}${url.pathname}`).slice(0, LONGEST_TITLE),
      publisher: publisher ?? url.hostname.replace(/^www\./u, ''),
      url: url.href,
    }));
  }
  if (work === undefined) return [];
  return [
    {
      title: (title ?? `The work ${work}, named by Wikidata`).slice(0, LONGEST_TITLE),
      publisher: publisher ?? WIKIDATA,
      url: wikidataPage(work),
    },
  ];
}

function datesOf(snaks: unknown, day: string): Pick<Source, 'published' | 'accessed'> {
  const dateIn = (property: string): string | undefined =>
    first(snaksOf(snaks, property), (snak) => {
      const time = timeOf(snak);
      return time && edtfOfTime(time);
    });
  const published = dateIn('P577');
  const accessed = dateIn('P813') ?? (published === undefined ? day : undefined);
  return {
    ...(published !== undefined && { published }),
    ...(accessed !== undefined && { accessed }),
  };
}

function first<T>(snaks: readonly Snak[], read: (snak: Snak) => T | undefined): T | undefined {
  for (const snak of snaks) {
    const value = read(snak);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** An http or https address as a URL; undefined for anything else. */
export function httpUrl(text: string | undefined): URL | undefined {
  if (text === undefined || text.length > LONGEST_URL || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/u.test(url.protocol) && url.hostname !== '' ? url : undefined;
}

/** The official website of an item (P856): the preferred one, else the first that is not a past one. */
export function websiteOf(
  sound: readonly { mainsnak: Snak; qualifiers?: unknown }[],
): string | undefined {
  const present = sound.filter(({ qualifiers }) => listIn(qualifiers, 'P582').length === 0);
  return first(
    present.map(({ mainsnak }) => mainsnak),
    (snak) => httpUrl(stringOf(snak))?.href,
  );
}
