import type { Texts } from '../../facts/pack-format.ts';

/** "No country" and "international" among FollowTheMoney's codes. */
const NO_COUNTRY = new Set(['zz', 'zr', 'global']);
/** States that are no more, for which there are no names by code. */
const PAST_STATES: Readonly<Record<string, string>> = {
  suhh: 'Soviet Union',
  yucs: 'Yugoslavia',
  cshh: 'Czechoslovakia',
  csxx: 'Serbia and Montenegro',
  dd: 'East Germany',
};

/**
 * The names of a country by its code (ISO 3166-1 alpha-2, as FollowTheMoney has it
 * in small letters, perhaps with a region after it), in the languages asked for.
 *
 * @returns undefined for a code that names no country
 */
export function countryNames(code: string, languages: readonly string[]): Texts | undefined {
  const small = code.toLowerCase();
  if (NO_COUNTRY.has(small)) return undefined;
  if (Object.hasOwn(PAST_STATES, small)) return { en: PAST_STATES[small] ?? small };
  const region = small.split('-', 1)[0]?.toUpperCase() ?? '';
  if (!/^[A-Z]{2}$/u.test(region)) return undefined;
  const names: Record<string, string> = {};
  for (const language of new Set([...languages, 'en'])) {
    const name = displayNames(language)?.of(region);
    if (name !== undefined && name !== region) names[language] = name;
  }
  return Object.keys(names).length === 0 ? undefined : names;
}

const made = new Map<string, Intl.DisplayNames | undefined>();

function displayNames(language: string): Intl.DisplayNames | undefined {
  if (!made.has(language)) made.set(language, makeDisplayNames(language));
  return made.get(language);
}

function makeDisplayNames(language: string): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'region' });
  } catch {
    return undefined;
  }
}
