import type { Name } from '../../facts/pack-format.ts';
import { COUNTRIES } from '../catalogue/countries.ts';

/** Languages in which countries are named. */
export const COUNTRY_LANGUAGES = [
  'en',
  'fa',
  'ar',
  'es',
  'fr',
  'de',
  'ru',
  'uk',
  'he',
  'zh',
  'pt',
  'it',
  'nl',
  'pl',
  'tr',
  'ja',
  'ko',
  'hi',
  'id',
  'sv',
  'cs',
  'el',
  'ro',
  'hu',
  'vi',
  'ur',
] as const;

/** Where Unicode's English name is not what the press writes. */
const ENGLISH: Readonly<Record<string, string>> = {
  BA: 'Bosnia and Herzegovina',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  EH: 'Western Sahara',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macau',
  PS: 'Palestine',
  TR: 'Turkey',
  VA: 'Vatican City',
};

const WITH_ARTICLE = new Set([
  'AE',
  'BS',
  'CD',
  'CF',
  'CG',
  'DO',
  'GB',
  'GM',
  'KM',
  'MH',
  'MV',
  'NL',
  'PH',
  'SB',
  'US',
]);

/** The country's short name in English. */
export function englishName(code: string): string {
  const known = ENGLISH[code] ?? displayed(code, 'en') ?? code;
  return known.replace('St. ', 'Saint ').replace(' & ', ' and ');
}

/** The same within a sentence: "the United States". */
export function inSentence(code: string): string {
  return (WITH_ARTICLE.has(code) ? 'the ' : '') + englishName(code);
}

/** Names in all of these languages, the English one first, as Unicode's CLDR has them. */
export function countryNames(code: string): Name[] {
  return [
    { text: englishName(code), lang: 'en' },
    ...COUNTRY_LANGUAGES.flatMap((lang): Name[] => {
      // "Congo - Kinshasa" and "Myanmar (Burma)" are labels of lists.
      const text = displayed(code, lang)
        ?.replace(' - ', '-')
        .replace(/ ?[(（].*$/u, '');
      if (text === undefined) return [];
      if (/&| SAR|СAR|特别行政区/u.test(text)) return [];
      return [{ text, lang }];
    }),
  ];
}

function displayed(code: string, lang: string): string | undefined {
  const name = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }).of(code);
  return name === code ? undefined : name;
}

/** Wikidata ids by ISO 3166-1 code. */
export const COUNTRY_IDS: ReadonlyMap<string, string> = new Map(
  COUNTRIES.map(({ code, id }) => [code, id]),
);
