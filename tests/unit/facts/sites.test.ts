import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../facts/settings.ts';
import { hostIn, readsOn, siteRule, withSiteRule } from '../../../facts/sites.ts';

const set = (some: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...some });

describe('how pages are read', () => {
  it.each<
    [what: string, settings: Partial<Settings>, host: string, language: string, reads: string]
  >([
    ['by default', {}, 'a.example', 'en', 'articles'],
    [
      'with highlighting off',
      { highlighting: false, where: 'every-page' },
      'a.example',
      '',
      'switched-off',
    ],
    ['on a site switched off', { sitesOff: ['a.example'] }, 'a.example', '', 'switched-off'],
    ['below a site switched off', { sitesOff: ['a.example'] }, 'www.a.example', '', 'switched-off'],
    ['on a site whose name ends alike', { sitesOff: ['a.example'] }, 'aa.example', '', 'articles'],
    ['above a site switched off', { sitesOff: ['www.a.example'] }, 'a.example', '', 'articles'],
    ['at another port', { sitesOff: ['a.example:8080'] }, 'a.example', '', 'articles'],
    ['everywhere', { where: 'every-page' }, 'a.example', '', 'every-page'],
    ['on one of the reader’s sites', { sites: ['a.example'] }, 'www.a.example', '', 'every-page'],
    ['on another site', { sites: ['a.example'] }, 'b.example', '', 'articles'],
    [
      'on one of only these sites',
      { where: 'my-sites', sites: ['a.example'] },
      'a.example',
      '',
      'every-page',
    ],
    [
      'on another than these sites',
      { where: 'my-sites', sites: ['a.example'] },
      'b.example',
      '',
      'not-my-site',
    ],
    ['in a language left alone', { languagesOff: ['de'] }, 'a.example', 'de-AT', 'language-off'],
    ['in one like it', { languagesOff: ['de'] }, 'a.example', 'den', 'articles'],
    ['in no known language', { languagesOff: ['de'] }, 'a.example', '', 'articles'],
    [
      'in a language left alone everywhere',
      { languagesOff: ['de'], where: 'every-page' },
      'a.example',
      'DE',
      'language-off',
    ],
    [
      'in a language left alone, on a site of the reader’s',
      { languagesOff: ['de'], sites: ['a.example'] },
      'a.example',
      'de',
      'every-page',
    ],
    [
      'on the nearer of two entries',
      { sites: ['news.a.example'], sitesOff: ['a.example'] },
      'news.a.example',
      '',
      'every-page',
    ],
    [
      'on the nearer of two entries, off',
      { sites: ['a.example'], sitesOff: ['mail.a.example'] },
      'mail.a.example',
      '',
      'switched-off',
    ],
    [
      'on a site in both lists',
      { sites: ['a.example'], sitesOff: ['a.example'] },
      'a.example',
      '',
      'switched-off',
    ],
    ['with no host', { sitesOff: ['a.example'] }, '', '', 'articles'],
  ])('%s', (_, settings, host, language, reads) => {
    expect(readsOn(set(settings), host, language)).toBe(reads);
  });
});

describe('a rule for a site', () => {
  it('takes the place of those that cover it', () => {
    const settings = set({ sitesOff: ['a.example', 'b.example'], sites: ['www.a.example'] });
    const always = withSiteRule(settings, 'www.a.example', 'always');
    expect(always).toEqual(set({ sitesOff: ['b.example'], sites: ['www.a.example'] }));
    expect(siteRule(always, 'www.a.example')).toBe('always');
    const never = withSiteRule(always, 'www.a.example', 'never');
    expect(never).toEqual(set({ sitesOff: ['b.example', 'www.a.example'] }));
    expect(withSiteRule(never, 'www.a.example', 'usual')).toEqual(set({ sitesOff: ['b.example'] }));
  });
});

describe('a host in what a reader types', () => {
  it.each([
    ['nytimes.com', 'nytimes.com'],
    [' https://www.nytimes.com/section/world?x#y ', 'www.nytimes.com'],
    ['NYTimes.com/world', 'nytimes.com'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
    ['localhost:3000', 'localhost:3000'],
    ['ايران.example', 'xn--mgba3a4fra.example'],
    ['a.example.', 'a.example'],
    ['', undefined],
    ['two words', undefined],
    ['file:///etc/passwd', undefined],
    ['ftp://a.example', undefined],
    ['https://', undefined],
    ['*.a.example', 'a.example'],
    ['a.*.example:x', undefined],
    ['<b>', undefined],
  ])('%j', (typed, host) => {
    expect(hostIn(typed)).toBe(host);
  });
});
