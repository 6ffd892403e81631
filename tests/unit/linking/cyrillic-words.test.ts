import { describe, expect, it } from 'vitest';
import { familiesOf, fitsParadigm, paradigmOf, sharesFamily } from '../../../linking/inflection.ts';
import { stemOf } from './cyrillic-forms.ts';
import { fold, foldedWord } from './folded-word.ts';

describe('every word', () => {
  const LETTERS = 'абвгдежзиклмнопрстухцчшщыьэюяєі';
  const random = generator(7);
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + (random() % 9) }, () => LETTERS[random() % LETTERS.length]).join(''),
  );

  it('fits itself, and its declension has four bits', () => {
    const wrong = words.filter((word) => {
      const { folded, from, to } = foldedWord(word);
      const paradigm = paradigmOf(folded, from, to);
      const isOne = Number.isInteger(paradigm) && paradigm >= 0 && paradigm < 16;
      return !isOne || !fitsParadigm(paradigm, folded, from, to);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps three letters, or all it has', () => {
    const wrong = words.filter((word) => stemOf(word).length < Math.min(word.length, 3));
    expect(wrong).toEqual([]);
  });

  it('is left whole in other scripts', () => {
    for (const word of ['Trump', 'Oslo', '2231', 'ترامب', 'ישראל', '트럼프', 'São']) {
      expect(stemOf(word)).toBe(fold(word));
    }
  });
});

describe('words whose nominative nobody knows', () => {
  it.each([
    ['Лаврова', 'Лавров Лаврову Лавровым Лавровой', 'Лавр Лавра Лавре'],
    ['Иванов', 'Иванова Ивановым', 'Иван Ивана Иваном'],
    ['Зеленского', 'Зеленский Зеленскому Зеленским', ''],
    ['Путиным', 'Путин Путина Путину', ''],
    ['Китая', 'Китай Китаем', 'кит кита киту китом'],
    ['Токаевым', 'Токаев Токаева', 'ток тока току'],
    ['Касема', 'Касем Касемом', 'Каса Касу'],
    ['Дмитрия', 'Дмитрий Дмитрию Дмитрием', 'Дмитра Дмитру'],
    ['Сергея', 'Сергей Сергеем', 'Серга'],
    ['Фатимы', 'Фатима Фатиму', 'Фата Фату'],
    ['Порошенком', 'Порошенко Порошенка Порошенкові', ''],
  ])('%s', (met, related, others) => {
    const { folded, from, to } = foldedWord(met);
    const families = familiesOf(folded, from, to);
    const shares = (word: string) => {
      const other = foldedWord(word);
      return (
        stemOf(word) === stemOf(met) && sharesFamily(families, other.folded, other.from, other.to)
      );
    };
    const listed = (list: string) => list.split(' ').filter((word) => word !== '');
    expect(listed(related).filter((word) => !shares(word))).toEqual([]);
    expect(listed(others).filter(shares)).toEqual([]);
  });
});

/** Numbers that are the same in every run (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 8;
  };
}
