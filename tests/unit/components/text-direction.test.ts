import { expect, test } from 'vitest';
import { directionOf } from '../../../components/text-direction.ts';
import { sentenceDirection } from '../../../components/text-parts.tsx';

test.each([
  ['en', 'ltr'],
  ['fa', 'rtl'],
  ['fa-IR', 'rtl'],
  ['AR', 'rtl'],
  ['he', 'rtl'],
  ['ru', 'ltr'],
  ['far', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ku-Latn', 'ltr'],
  ['ku', 'rtl'],
  ['zh-Hant', 'ltr'],
  ['und', 'auto'],
  ['', 'auto'],
])('"%s" is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

test('a sentence runs as its own words do, not as the names in it', () => {
  const name = { text: 'محمد خاتمی', entity: 'Q1', lang: 'fa' };
  expect(sentenceDirection([name, { text: ' won', lang: 'en' }])).toBe('ltr');
  expect(sentenceDirection([{ text: ' ', lang: 'en' }, name])).toBe('rtl');
  expect(sentenceDirection([name, { text: ' won' }])).toBe('auto');
});
