import { describe, expect, it } from 'vitest';
import { segmentsOfPage, segmentsOfText } from '../../../cli/annotate/text-segments.ts';
import { SEGMENT_LENGTH } from '../../../page/limits.ts';

describe('the segments of a text', () => {
  it.each(['\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\f', '\u2028', '\u0085'])(
    'end at %j',
    (between) => {
      const text = `Rufus${between}😀 Firefly${between}`;
      expect(segmentsOfText(text)).toEqual({
        text,
        segments: ['Rufus', '😀 Firefly'],
        starts: [0, 'Rufus'.length + between.length],
      });
    },
  );

  it.each([
    ['words', 'word '.repeat(SEGMENT_LENGTH)],
    ['no spaces', '字'.repeat(2 * SEGMENT_LENGTH + 1)],
    ['surrogate pairs', '😀'.repeat(2 * SEGMENT_LENGTH)],
  ])('are cut where they are long: %s', (_what, text) => {
    const { segments, starts } = segmentsOfText(text);
    expect(segments.length).toBeGreaterThan(1);
    expect(segments.join('')).toBe(text);
    expect(segments.every((segment, at) => text.startsWith(segment, starts[at]))).toBe(true);
    // Neither within a word nor within a character.
    expect(segments.filter((segment) => /^ ?(?:ord|rd|d)|\p{Cs}/u.test(segment))).toEqual([]);
  });

  it('are none when there is nothing', () => {
    expect(segmentsOfText('').segments).toEqual([]);
    expect(segmentsOfText('\r\n\n').segments).toEqual([]);
  });
});

describe('the segments of a page', () => {
  it('make a text with empty lines between them', () => {
    expect(segmentsOfPage(['Rufus', '😀', 'Firefly'])).toEqual({
      text: 'Rufus\n\n😀\n\nFirefly',
      segments: ['Rufus', '😀', 'Firefly'],
      starts: [0, 7, 11],
    });
    expect(segmentsOfPage([])).toEqual({ text: '', segments: [], starts: [] });
  });
});
