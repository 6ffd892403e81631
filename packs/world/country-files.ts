import { slugOf } from '../../sources/clean-text.ts';
import { COUNTRIES } from '../catalogue/countries.ts';

/** What file names call countries otherwise than in English today. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  czech: 'CZ',
  palestine: 'PS',
  saudi: 'SA',
  swiss: 'CH',
  turkey: 'TR',
  uae: 'AE',
  us: 'US',
};

/**
 * The country that a table of position holders is about, by its file's name.
 *
 * @throws RangeError when the name begins with no country
 */
export function countryCodeOfFile(file: string): string {
  const slug = slugOf(file.replace(/\.csv$/, ''));
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const bySlug = [
    ...Object.entries(OTHER_NAMES),
    ...COUNTRIES.map(({ code }) => [slugOf(names.of(code) ?? code), code] as const),
  ];
  const found = bySlug
    .filter(([start]) => slug === start || slug.startsWith(`${start}-`))
    .sort(([a], [b]) => b.length - a.length);
  const [first] = found;
  if (!first) throw new RangeError(`"${file}" begins with the name of no country.`);
  return first[1];
}
