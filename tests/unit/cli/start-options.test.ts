import { describe, expect, it } from 'vitest';
import { readStartOptions, UsageError } from '../../../cli/start-options.ts';

const read = (...args: string[]) => readStartOptions(args, '/home/reader');

describe('the words after npm start', () => {
  it('shows the demo article when there are none', () => {
    expect(read()).toEqual({ headless: false, help: false, shown: { kind: 'demo' } });
  });

  it.each([
    ['https://example.org/a', { kind: 'address', url: 'https://example.org/a' }],
    ['news/a.html', { kind: 'html', file: '/home/reader/news/a.html' }],
    ['/tmp/a.HTM', { kind: 'html', file: '/tmp/a.HTM' }],
    ['a.txt', { kind: 'text', file: '/home/reader/a.txt' }],
    ['file:///tmp/an%20article.txt', { kind: 'text', file: '/tmp/an article.txt' }],
  ])('takes %s', (target, shown) => {
    expect(read(target).shown).toEqual(shown);
  });

  it('takes options before and after the article', () => {
    expect(read('--firefox', 'a.txt', '--headless')).toEqual({
      browser: 'firefox',
      headless: true,
      help: false,
      shown: { kind: 'text', file: '/home/reader/a.txt' },
    });
    expect(read('-h').help).toBe(true);
  });

  it.each([
    ['an option it does not know', ['--safari']],
    ['two articles', ['a.txt', 'b.txt']],
    ['a file of another kind', ['a.pdf']],
    ['an address that is none', ['http://']],
    ['an address without its scheme', ['example.org']],
  ])('refuses %s', (_, args) => {
    expect(() => read(...args)).toThrow(UsageError);
  });
});
