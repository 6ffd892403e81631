import type { Header } from '../../facts/pack-format.ts';
import type { ConvertOptions } from '../converter.ts';
import { packHeader } from '../pack-header.ts';
import { isLanguageTag } from './languages.ts';
import { WIKIDATA, WIKIDATA_LICENCE } from './references.ts';

/**
 * The header of a pack made from Wikidata; `options.header` replaces any of it.
 *
 * @param known - the newest day the file itself speaks of, where it has one; else
 *   the day in its name ("20240101-all.json.gz"), else that of the import
 */
export function wikidataHeader(options: ConvertOptions, known?: string): Header {
  const header = {
    ...(options.fileName === undefined && { id: 'wikidata', title: { en: WIKIDATA } }),
    licence: WIKIDATA_LICENCE,
    publisher: WIKIDATA,
    homepage: 'https://www.wikidata.org/',
    languages: [...new Set(options.languages.filter(isLanguageTag))],
    ...options.header,
  };
  return packHeader({ ...options, header }, known ?? dayInName(options.fileName));
}

function dayInName(name: string | undefined): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/u.exec(
    name ?? '',
  );
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
