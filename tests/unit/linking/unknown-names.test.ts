import { expect, test } from 'vitest';
import { unknownNames } from '../../../linking/unknown-names.ts';

function names(...segments: string[]): string[] {
  return unknownNames(segments, [], 20).names.map(({ text }) => text);
}

test('names of two words or more are found, those that stand most often first', () => {
  const found = unknownNames(
    [
      'The talks were led by Fatima Haddad and watched by Ivo Marlow from the gallery.',
      'Later that day Ivo Marlow said little, and Ivo Marlow’s aides said even less.',
    ],
    [],
    20,
  );
  expect(found).toEqual({
    names: [
      { text: 'Ivo Marlow', times: 3 },
      { text: 'Fatima Haddad', times: 1 },
    ],
    hasCapitals: true,
  });
});

test('a linked name is not among them, and ends a name', () => {
  const text = 'It was said that Elon Musk and Fatima Haddad met in the evening.';
  const start = text.indexOf('Elon Musk');
  const known = [{ segment: 1, start, end: start + 'Elon Musk'.length }];
  const prose = 'He had nothing to add to what had been said.';
  expect(unknownNames([prose, text], known, 20).names).toEqual([
    { text: 'Fatima Haddad', times: 1 },
  ]);
  const shorter = [{ segment: 0, start, end: start + 'Elon'.length }];
  expect(unknownNames([text], shorter, 20).names).toEqual([{ text: 'Fatima Haddad', times: 1 }]);
});

test.each([
  ['On Monday President Jane Roe spoke to the press for an hour.', ['Jane Roe']],
  ['It was the Iranian General Karim Asadi who gave the order to leave.', ['Karim Asadi']],
  ['They wanted to see Ursula von der Leyen, who was not in the house.', ['Ursula von der Leyen']],
  ['Вчера Иван Петров говорил долго, а потом с Иваном Петровым уехали.', ['Иван Петров']],
  ['Gestern kam Anna Meyer an, und mit Anna Meyer kamen auch die anderen.', ['Anna Meyer']],
  ['Some of the US-Iran talks on a Tuesday Morning in the city were short.', []],
  ['It ended there. Yesterday Evening it all began again, as every evening yesterday.', []],
])('without titles, days and first words of sentences: %s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('headings, menus and shouting are no prose', () => {
  expect(
    names(
      'Privacy Policy',
      'Sign In To Read More Of Ivo Marlow Today',
      'IVO MARLOW SAYS NOTHING AT ALL TODAY',
    ),
  ).toEqual([]);
});

test('an office that the page also writes small is no name', () => {
  expect(
    names('The Budget Committee met for long, and the budget of the committee was small.'),
  ).toEqual([]);
});

test('where a script has no capitals it says so, and finds nothing', () => {
  expect(
    unknownNames(['دیدار فاطمه حداد با سفیر ایران در نیویورک سال ۲۰۲۴ انجام شد.'], [], 20),
  ).toEqual({ names: [], hasCapitals: false });
});

test('no more are given than were asked for', () => {
  const text = 'We met Ana Bo and Cy Dee and Eve Fox and Guy Ham in the long hall.';
  expect(unknownNames([text], [], 2).names).toHaveLength(2);
});
