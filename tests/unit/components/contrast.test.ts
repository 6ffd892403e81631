import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../../facts/vocabulary.ts';

const tokens = new Map(
  [
    ...readFileSync(new URL('../../../assets/tokens.css', import.meta.url), 'utf8').matchAll(
      /--bgr-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

const INKS = ['ink', 'muted', 'reported', 'said', 'confirmed', 'disputed', 'denied', ...KINDS];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(INKS)('%s holds 4.5:1 on paper and on tint', (name) => {
    for (const ground of ['paper', 'tint']) {
      expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(['control', 'focus'])('%s holds 3:1 on paper', (name) => {
    expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(3);
  });

  test('no two kinds have the same accent', () => {
    expect(new Set(KINDS.map(colour)).size).toBe(KINDS.length);
  });

  function colour(name: string): string {
    const found = tokens.get(name);
    if (!found) throw new Error(`assets/tokens.css has no colour "${name}".`);
    return found[theme];
  }
});

/** Contrast ratio after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
