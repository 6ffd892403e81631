import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameLines, nameOfWords } from '../../../store/name-lines.ts';

/** The lines of names as "bucket: line", without the LF. */
const linesOf = (...texts: string[]) =>
  nameLines({ id: 'Q1', names: texts.map((text) => ({ text })), prominence: 0.5 }).map(
    ([bucket, line]) => {
      expect(line.endsWith('\tQ1\t0.5\n')).toBe(true);
      return `${bucket}: ${line.split('\t')[0]}`;
    },
  );

describe('the lines of names', () => {
  it.each<[what: string, text: string, lines: string[]]>([
    [
      'each word',
      'Rufus T. Firefly',
      ['rufus: rufus t firefly', 't: rufus t firefly', 'firef: rufus t firefly'],
    ],
    ['a bucket once', 'Marina Marini', ['marin: marina marini']],
    ['folded words', 'Élön', ['elon: elon']],
    ['words of scripts without spaces', '埃隆', ['埃: 埃 隆', '隆: 埃 隆']],
    ['two letters of scripts that write a word with few', '도널드', ['도널: 도널드']],
    ['no words', '!?', []],
  ])('are for %s', (_what, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('are for a name with and without the joiner of Persian', () => {
    expect(linesOf('خامنه‌ای').map((line) => line.split(': ')[1])).toContain('خامنهای');
    expect(linesOf('خامنه‌ای').length).toBeGreaterThan(1);
  });

  it('do not grow without end with a name', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => at.toString(36).padStart(4, 'q'));
    const name = words.join(' ');
    const lines = nameLines({ id: 'Q1', names: [{ text: name }] });
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.reduce((sum, [, line]) => sum + line.length, 0)).toBeLessThan(100_000);
    const [found = ''] = lines[0]?.[1].split('\t') ?? [];
    expect(nameOfWords([{ text: name }], found)?.text).toBe(name);
  });

  it('bear the prominence 0 of an entity that has none', () => {
    expect(nameLines({ id: 'Q1', names: [{ text: 'A' }] })).toEqual([['a', 'a\tQ1\t0\n']]);
  });

  it('are one line each, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const [bucket, line] of nameLines({ id: 'Q1', names: [{ text }] })) {
          expect(line.match(/[\t\n]/gu)).toEqual(['\t', '\t', '\n']);
          const [words = ''] = line.split('\t');
          expect(words.split(' ').some((word) => word.startsWith(bucket))).toBe(true);
        }
      }),
    );
  });
});

describe('the name that has some folded words', () => {
  const names = [{ text: 'Elon Musk' }, { text: 'Musk', lang: 'en' }, { text: 'خامنه‌ای' }];

  it('is found however it is written', () => {
    expect(nameOfWords(names, 'musk')).toBe(names[1]);
    expect(nameOfWords(names, 'elon musk')).toBe(names[0]);
    expect(nameOfWords(names, 'خامنهای')).toBe(names[2]);
  });

  it('is absent where none has just these', () => {
    expect(nameOfWords(names, 'elon')).toBeUndefined();
    expect(nameOfWords([], '')).toBeUndefined();
  });
});
