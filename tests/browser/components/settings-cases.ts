import type { OptionsFake } from './options-backend.ts';

/** The states of the options page's settings in the gallery. */
export const SETTINGS_CASES: Record<string, OptionsFake & { readonly press?: readonly string[] }> =
  {
    'options-sites': { route: 'sites' },
    'options-sites-lists': {
      route: 'sites',
      settings: {
        where: 'my-sites',
        sites: ['nytimes.com', 'bbc.co.uk', 'xn--mgba3a4fra.example'],
        sitesOff: [`${'a-very-long-name-of-a-site-'.repeat(6)}.example`, 'mail.example'],
        languagesOff: ['de', 'fa'],
      },
    },
    'options-sites-undo': {
      route: 'sites',
      settings: { sitesOff: ['nytimes.com', 'mail.example'] },
      press: ['[aria-label*="mail.example"]'],
    },
    'options-sites-wrong': { route: 'sites', press: ['.ask [type=submit]'] },
    'options-appearance': { route: 'appearance' },
    'options-appearance-set': {
      route: 'appearance',
      settings: { style: 'both', density: 'first', kindsOff: ['place', 'work'], theme: 'dark' },
      press: ['.choice input[type=checkbox]'],
    },
    'options-behaviour': { route: 'behaviour', settings: { modifier: 'alt', dwell: 600 } },
    'options-languages': { route: 'languages' },
    'options-languages-ordered': {
      route: 'languages',
      settings: { locale: 'fa', languages: ['fa', 'ru', 'en'] },
    },
    'options-history': { route: 'history' },
    'options-history-kept': { route: 'history', settings: { history: true }, pages: 1_312 },
    'options-history-forget': {
      route: 'history',
      settings: { history: true },
      pages: 1,
      press: ['.buttons button'],
    },
    'options-shortcuts': { route: 'shortcuts', shortcutsOpen: false, press: ['.buttons .press'] },
    'options-settings-gone': { route: 'appearance', failing: true },
    'options-settings-refused': {
      route: 'behaviour',
      refusing: true,
      press: ['.choice:nth-child(3) input'],
    },
  };
