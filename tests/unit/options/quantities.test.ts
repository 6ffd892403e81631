import { describe, expect, test } from 'vitest';
import { ago, duration, size, whole } from '../../../components/quantities.ts';

/** Intl parts numbers and units by spaces of several kinds. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('sizes', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [184_400, '184 kB'],
    [999_499, '999 kB'],
    [999_501, '1 MB'],
    [4_249_000, '4.2 MB'],
    [31_400_000, '31 MB'],
    [61_200_000_000, '61 GB'],
    [7_000_000_000_000_000, '7,000 TB'],
    [-5, '0 bytes'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(plain(size(bytes, 'en'))).toBe(words);
  });

  test('are written as the reader writes them', () => {
    expect(plain(size(4_249_000, 'fr'))).toBe('4,2 Mo');
    expect(size(4_249_000, 'fa')).toContain('۴٫۲');
  });
});

test.each([
  [0.2, '1 second'],
  [8.1, '9 seconds'],
  [43, '45 seconds'],
  [57.4, '55 seconds'],
  [57.6, '1 minute'],
  [95, '2 minutes'],
  [3_540, '59 minutes'],
  [3_580, '1 hour'],
  [9_000, '3 hours'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(duration(seconds, 'en')).toBe(words);
});

test.each([
  [0, 'now'],
  [59_000, 'now'],
  [61_000, '1 minute ago'],
  [3 * 3_600_000, '3 hours ago'],
  [25 * 3_600_000, 'yesterday'],
  [70 * 86_400_000, '2 months ago'],
  // A clock that was set back.
  [-5_000, 'now'],
])('%d milliseconds ago is %s', (milliseconds, words) => {
  const now = 1_800_000_000_000;
  expect(ago(now - milliseconds, now, 'en')).toBe(words);
});

test('whole numbers are grouped', () => {
  expect(whole(26_206, 'en')).toBe('26,206');
  expect(whole(26_206, 'de')).toBe('26.206');
});
