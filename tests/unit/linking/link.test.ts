import { describe, expect, it } from 'vitest';
import { indexOf, linked } from './helpers.ts';
import { ENTITIES } from './link-pack.ts';

const index = indexOf(ENTITIES);
const link = (...segments: string[]) => linked([index], segments);

/** Text, and every mention in it as "text=entity". */
const CASES: Record<string, [text: string, mentions: string[]][]> = {
  'possessives are not part of the name': [
    ["Trump's plan", ['Trump=trump']],
    ['Trump’s and Musk’s plan', ['Trump=trump', 'Musk=musk']],
  ],
  'compounds are separate names': [
    ['US-Iran relations', ['US=us', 'Iran=iran']],
    ['a Trump-led coalition of Iranian-backed groups', ['Trump=trump', 'Iranian=iran']],
    ['the US–Iran talks', ['US=us', 'Iran=iran']],
  ],
  'invisible and unusual characters do not split a name': [
    ['Elon\u00A0Musk spoke', ['Elon\u00A0Musk=musk']],
    ['Elon Mu\u00ADsk spoke', ['Elon Mu\u00ADsk=musk']],
    ['Elon\n      Musk spoke', ['Elon\n      Musk=musk']],
    ['E\u200Blon Musk\u200B spoke', ['E\u200Blon Musk=musk']],
    ['Ｅｌｏｎ Ｍｕｓｋ', ['Ｅｌｏｎ Ｍｕｓｋ=musk']],
    ['😀Elon Musk😀', ['Elon Musk=musk']],
  ],
  'a paragraph break, a comma or a full stop does split one': [
    ['Elon\n\nMusky', []],
    ['in New, York', []],
    ['Something new. York is a city', []],
  ],
  'an acronym is written exactly so': [
    ['US troops told us', ['US=us']],
    ['the U.S. and the U.S.', ['U.S.=us', 'U.S.=us']],
    ['DOGE and doge and the Doge of Venice', ['DOGE=doge']],
    ['TELL US WHAT THEY WANT FROM THEM', []],
  ],
  'an ordinary word is not a name': [
    ['a trump card will trump it', []],
    ['a musk ox and the scent of musk', []],
    ['Musk ox are shaggy', []],
    ['I met X there; an X-ray of Malcolm X', []],
    ['He wrote on X: no', ['X=x']],
    ['Nikola Tesla was born', []],
    ['Tesla built cars', ['Tesla=tesla']],
  ],
  'an ambiguous name counts once another name of its bearer is on the page': [
    ['X, formerly Twitter, fell', ['X=x', 'Twitter=x']],
  ],
  'a demonym stands for its country': [['Iranian officials', ['Iranian=iran']]],
  'the longest name wins': [
    ['The New York Times in New York', ['The New York Times=nyt', 'New York=new-york']],
    ['New York Times', ['New York Times=nyt']],
  ],
  'titles are not part of the name': [
    ['Ayatollah Ali Khamenei’s approval', ['Ali Khamenei=khamenei']],
    ["Ayatollah Ali Khamene'i", ["Ali Khamene'i=khamenei"]],
    ['President Trump', ['Trump=trump']],
    ['Mr. Musk', ['Musk=musk']],
  ],
  'a surname alone counts once the full name is there, before or after': [
    ['Pezeshkian spoke', []],
    [
      'Masoud Pezeshkian spoke. Pezeshkian left',
      ['Masoud Pezeshkian=pezeshkian', 'Pezeshkian=pezeshkian'],
    ],
    ['Iravani met him. Amir Saeid Iravani said', ['Iravani=iravani', 'Amir Saeid Iravani=iravani']],
  ],
  'a namesake is not the person': [
    ['John Kerry met Mark Kerry', ['John Kerry=kerry']],
    ['John Kerry and his cousin. Mark Kerry laughed', ['John Kerry=kerry']],
    ['the Trump Tower, Melania Trump, Ivanka Trump and Donald Trump Jr.', []],
    ['Barron Trump waved', []],
    ['When Trump waved', ['Trump=trump']],
    ['they met Trump Tuesday', ['Trump=trump']],
  ],
  'a headline writes everything with capitals': [
    ['Why Trump Wants a Deal With Iran', ['Trump=trump', 'Iran=iran']],
  ],
  'diacritics, dotless i and initials': [
    [
      'Recep Tayyip Erdogan in Istanbul and ISTANBUL',
      ['Recep Tayyip Erdogan=erdogan', 'Istanbul=istanbul', 'ISTANBUL=istanbul'],
    ],
    ['Donald J. Trump and Donald J Trump', ['Donald J. Trump=trump', 'Donald J Trump=trump']],
  ],
  'Cyrillic, Persian, Arabic, Chinese and Japanese': [
    ['Президент Масуд Пезешкиан и Илон Маск', ['Масуд Пезешкиан=pezeshkian', 'Илон Маск=musk']],
    ['دیدار علی خامنه‌ای با مسعود پزشکیان', ['علی خامنه‌ای=khamenei', 'مسعود پزشکیان=pezeshkian']],
    ['مسعود پزشكيان در ایران', ['مسعود پزشكيان=pezeshkian', 'ایران=iran']],
    ['خامنه‌ای گفت', ['خامنه‌ای=khamenei']],
    ['据报道埃隆·马斯克会见了', ['埃隆·马斯克=musk']],
    ['起業家のイーロン・マスク氏は', ['イーロン・マスク=musk']],
  ],
  'a city is itself, and its government only where its pack says so': [
    ['the Government of Iran in Tehran', ['Government of Iran=government', 'Tehran=tehran']],
    ['their talks with Tehran failed', ['Tehran=government']],
  ],
  'a phrase links the name in it and leaves the rest to others': [
    [
      "After Trump's killing, the killing of Musk",
      ['Trump=trump', 'killing=killing', 'killing=killing', 'Musk=musk'],
    ],
    ['a killing joke', []],
    ['The Great Killing was no killing joke', ['Great Killing=killing']],
  ],
  'namesakes of like prominence are left alone': [['in Springfield', []]],
};

describe('linkSegments', () => {
  for (const [rule, cases] of Object.entries(CASES)) {
    describe(rule, () => {
      for (const [text, mentions] of cases) {
        it(text, () => expect(link(text)).toEqual(mentions));
      }
    });
  }

  it('carries a full name from one segment to the others, whichever comes first', () => {
    expect(link('Pezeshkian spoke', 'Masoud Pezeshkian left')).toEqual([
      'Pezeshkian=pezeshkian',
      'Masoud Pezeshkian=pezeshkian',
    ]);
  });

  it('does not read a name across segments', () => {
    expect(link('Elon', 'Musket')).toEqual([]);
    expect(link('Elon', 'Musk')).toEqual(['Musk=musk']);
    expect(link('Masoud', 'Pezeshkian')).toEqual([]);
  });
});
