import { describe, expect, it } from 'vitest';
import { SET_NAMES } from '../../eval/gold-sets.ts';
import { EVALUATIONS, readOptions, UsageError } from '../../eval/options.ts';

describe('the words after npm run eval', () => {
  it('evaluates all sets when there are none', () => {
    expect(readOptions([])).toEqual({
      only: EVALUATIONS,
      sets: SET_NAMES,
      curve: false,
      help: false,
    });
  });

  it('evaluates one thing, which options of links say too', () => {
    expect(readOptions(['--only', 'dates']).only).toEqual(['dates']);
    expect(readOptions(['--only', 'links']).only).toEqual(['links']);
    expect(readOptions(['--set', 'kore50']).only).toEqual(['links']);
    expect(readOptions(['--curve']).only).toEqual(['links']);
  });

  it('takes sets, each once', () => {
    const { sets } = readOptions(['--set', 'spotlight', '--set', 'kore50', '--set', 'kore50']);
    expect(sets).toEqual(['kore50', 'spotlight']);
  });

  it('takes a file for the mistakes', () => {
    expect(readOptions(['--errors', 'a.tsv']).errors).toBe('a.tsv');
  });

  it('takes the curve', () => {
    expect(readOptions(['--curve']).curve).toBe(true);
    expect(readOptions(['-h']).help).toBe(true);
  });

  it.each([
    [['--set', 'conll']],
    [['--only', 'words']],
    [['--only', 'dates', '--curve']],
    [['--bogus']],
    [['word']],
    [['--curve', '--errors', 'a.tsv']],
  ])('refuses %j', (args) => {
    expect(() => readOptions(args)).toThrow(UsageError);
  });
});
