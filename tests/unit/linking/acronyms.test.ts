import { describe, expect, it } from 'vitest';
import { definedAcronym } from '../../../linking/acronyms.ts';

const DEFINED: readonly (readonly [name: string, after: string, acronym: string])[] = [
  ['Department of Government Efficiency', ' (DOGE) was', 'DOGE'],
  ['Department of Government Efficiency', ' (“DOGE”)', 'DOGE'],
  ['Department of Government Efficiency', ' (the "DOGE")', 'DOGE'],
  ['Department of Government Efficiency', ' (the DOGE, as', 'DOGE'],
  ['Department of Government Efficiency', ' （DOGE）', 'DOGE'],
  ['Department of Government Efficiency', '(DOGE)', 'DOGE'],
  ['Department of Government Efficiency', '\n( DOGE )', 'DOGE'],
  ['International Atomic Energy Agency', ' (I.A.E.A.)', 'I.A.E.A.'],
  ['Islamic Revolutionary Guard Corps', ' (IRGC; the', 'IRGC'],
  ['Joint Comprehensive Plan of Action', ' (JCPOA)', 'JCPOA'],
  ['Center for Disease Control', ' (CDC)', 'CDC'],
  ['Group of Seven', ' (GoS)', 'GoS'],
  ['Министерство иностранных дел', ' (МИД)', 'МИД'],
  ['American Telephone and Telegraph', ' (AT&T)', 'AT&T'],
  ['Cooperation 4 All', ' (C4A)', 'C4A'],
];

const NOT_DEFINED: readonly (readonly [what: string, name: string, after: string])[] = [
  ['letters that the name lacks', 'Department of Government Efficiency', ' (NASA)'],
  ['letters in another order', 'Government Department', ' (DG)'],
  ['a first letter inside a word', 'United Kingdom', ' (NK)'],
  ['one letter', 'Xylophone Society', ' (X)'],
  ['a word', 'Department of Defense', ' (Defense)'],
  ['a remark', 'Elon Musk', ' (R-Texas)'],
  ['a number', 'Some Body', ' (2024)'],
  ['something further on', 'Department of Government Efficiency', ' said (DOGE)'],
  ['an open end', 'Department of Government Efficiency', ' (DOGE'],
  ['small letters', 'department of efficiency', ' (doe)'],
  ['too many letters', 'A B C D E F G H I J K L', ' (ABCDEFGHIJKL)'],
  ['nothing', 'Department of Government Efficiency', ''],
];

function acronymOf(name: string, after: string): string | undefined {
  const before = 'The new ';
  const start = before.length;
  return definedAcronym(`${before}${name}${after}`, start, start + name.length);
}

describe('an acronym that a text defines', () => {
  it.each(DEFINED)('%s%s', (name, after, acronym) => expect(acronymOf(name, after)).toBe(acronym));
});

describe('no acronym', () => {
  it.each(NOT_DEFINED)('%s: %s%s', (_, name, after) => {
    expect(acronymOf(name, after)).toBeUndefined();
  });
});
