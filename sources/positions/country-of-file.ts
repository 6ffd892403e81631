import { slugOf } from '../clean-text.ts';

/** What file names call countries otherwise than in English today. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  czech: 'CZ',
  palestine: 'PS',
  saudi: 'SA',
  swiss: 'CH',
  turkey: 'TR',
  uae: 'AE',
  uk: 'GB',
  us: 'US',
  usa: 'US',
};

let countries: ReadonlyMap<string, string> | undefined;

/**
 * The country that a table is about by its name, such as "new-zealand-cabinet", in
 * English; undefined where the name does not begin with one.
 */
export function countryOfFile(stem: string): string | undefined {
  countries ??= namedCountries();
  const words = slugOf(stem).split('-');
  for (let count = words.length; count > 0; count--) {
    const country = countries.get(words.slice(0, count).join('-'));
    if (country !== undefined) return country;
  }
  return undefined;
}

/** English names by the slugs of what files call them. */
function namedCountries(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined) found.set(slugOf(name), name);
    }
  }
  for (const [slug, code] of Object.entries(OTHER_NAMES)) {
    const name = names.of(code);
    if (name !== undefined) found.set(slug, name);
  }
  return found;
}
