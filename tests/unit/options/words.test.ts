import { expect, test } from 'vitest';
import { closed, sentence } from '../../../entrypoints/options/words.ts';

test.each([
  ['write 2014 or 2014-05', 'Write 2014 or 2014-05.'],
  ['Try again later.', 'Try again later.'],
  ['ändern', 'Ändern.'],
  ['Who says so?', 'Who says so?'],
  ['', ''],
])('the advice %j is the sentence %j', (text, expected) => {
  expect(sentence(text)).toBe(expected);
});

test.each([
  ['table.csv: the start is no date', 'table.csv: the start is no date.'],
  ['cut off …', 'cut off …'],
  ['It says “no.”', 'It says “no.”'],
])('the message %j ends as %j', (text, expected) => {
  expect(closed(text)).toBe(expected);
});
