/** The languages the interface is complete in, by the names browsers give their folders. */
export const LOCALES = ['en', 'fa', 'es', 'fr', 'de', 'ru', 'uk', 'ar', 'zh_CN'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language's name for itself, for lists to choose from. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  fa: 'فارسی',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  ru: 'Русский',
  uk: 'Українська',
  ar: 'العربية',
  zh_CN: '简体中文',
};

const RIGHT_TO_LEFT: ReadonlySet<Locale> = new Set(['fa', 'ar']);

export function directionOfLocale(locale: Locale): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr';
}

/** A locale as a BCP 47 tag, for `lang` and `Intl`: "zh-CN". */
export function tagOf(locale: Locale): string {
  return locale.replace('_', '-');
}

/**
 * The tag that texts of a locale are marked and numbers and dates are written with: the browser's
 * own where it is of the locale's language and script, for its region ("en-US").
 */
export function tagFor(locale: Locale, browsers: string): string {
  const tag = tagOf(locale);
  return writingOf(browsers) === writingOf(tag) ? browsers : tag;
}

function writingOf(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    // No tag at all; browsers have been seen to name their languages as they like.
    return undefined;
  }
}

/**
 * The first of the reader's languages that the interface is written in, by primary language.
 *
 * @param languages - BCP 47 tags, best first
 */
export function localeFor(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const [primary = ''] = tag.toLowerCase().split(/[-_]/, 1);
    const locale = LOCALES.find((one) => one.split('_', 1)[0] === primary);
    if (locale) return locale;
  }
  return 'en';
}
