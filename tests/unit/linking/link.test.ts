import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../facts/pack-format.ts';
import { linkSegments } from '../../../linking/link.ts';
import { buildNameIndex } from '../../../linking/name-index.ts';

const ENTITIES: Entity[] = [
  {
    id: 'musk',
    kind: 'person',
    prominence: 0.9,
    names: [
      { text: 'Elon Musk', lang: 'en' },
      { text: 'Musk', lang: 'en', use: 'short', unless: ['Musk ox', 'Musk deer'] },
      { text: 'Илон Маск', lang: 'ru' },
      { text: 'ایلان ماسک', lang: 'fa' },
      { text: '埃隆·马斯克', lang: 'zh' },
      { text: 'イーロン・マスク', lang: 'ja' },
    ],
  },
  {
    id: 'trump',
    kind: 'person',
    prominence: 1,
    names: [
      { text: 'Donald Trump', lang: 'en' },
      { text: 'Donald J. Trump', lang: 'en' },
      { text: 'Trump', lang: 'en', use: 'short', unless: ['Melania Trump', 'Trump Tower'] },
    ],
  },
  {
    id: 'khamenei',
    kind: 'person',
    prominence: 0.8,
    names: [
      { text: 'Ali Khamenei', lang: 'en' },
      { text: "Ali Khamene'i", lang: 'en' },
      { text: 'علی خامنه‌ای', lang: 'fa' },
      { text: 'خامنه‌ای', lang: 'fa', use: 'short' },
    ],
  },
  {
    id: 'pezeshkian',
    kind: 'person',
    prominence: 0.7,
    names: [
      { text: 'Masoud Pezeshkian', lang: 'en' },
      { text: 'مسعود پزشکیان', lang: 'fa' },
      { text: 'Масуд Пезешкиан', lang: 'ru' },
    ],
  },
  {
    id: 'iravani',
    kind: 'person',
    prominence: 0.4,
    names: [{ text: 'Amir Saeid Iravani', lang: 'en' }],
  },
  {
    id: 'kerry',
    kind: 'person',
    prominence: 0.5,
    names: [{ text: 'John Kerry', lang: 'en' }],
  },
  {
    id: 'iran',
    kind: 'place',
    prominence: 0.9,
    names: [
      { text: 'Iran', lang: 'en' },
      { text: 'Iranian', lang: 'en', use: 'demonym' },
      { text: 'ايران', lang: 'ar' },
    ],
  },
  {
    id: 'us',
    kind: 'place',
    prominence: 1,
    names: [
      { text: 'United States', lang: 'en' },
      { text: 'US', lang: 'en', use: 'acronym' },
    ],
  },
  { id: 'new-york', kind: 'place', prominence: 0.8, names: [{ text: 'New York', lang: 'en' }] },
  {
    id: 'nyt',
    kind: 'organisation',
    prominence: 0.8,
    names: [
      { text: 'The New York Times', lang: 'en' },
      { text: 'New York Times', lang: 'en' },
    ],
  },
  {
    id: 'doge',
    kind: 'organisation',
    prominence: 0.7,
    names: [
      { text: 'Department of Government Efficiency', lang: 'en' },
      { text: 'DOGE', lang: 'en', use: 'acronym' },
    ],
  },
  {
    id: 'x',
    kind: 'organisation',
    prominence: 0.7,
    names: [
      { text: 'X', lang: 'en', needs: 'context', when: ['on X'], unless: ['X-ray', 'Malcolm X'] },
      { text: 'Twitter', lang: 'en', use: 'former' },
    ],
  },
  {
    id: 'tesla',
    kind: 'organisation',
    prominence: 0.8,
    names: [{ text: 'Tesla', lang: 'en', unless: ['Nikola Tesla'] }],
  },
  {
    id: 'erdogan',
    kind: 'person',
    prominence: 0.8,
    names: [{ text: 'Recep Tayyip Erdoğan', lang: 'tr' }],
  },
  { id: 'istanbul', kind: 'place', prominence: 0.6, names: [{ text: 'İstanbul', lang: 'tr' }] },
  {
    id: 'tehran',
    kind: 'place',
    prominence: 0.5,
    names: [{ text: 'Tehran', lang: 'en' }],
  },
  {
    id: 'government',
    kind: 'organisation',
    prominence: 0.5,
    names: [
      { text: 'Government of Iran', lang: 'en' },
      { text: 'Tehran', lang: 'en', use: 'metonym', needs: 'context', when: ['talks with Tehran'] },
    ],
  },
  {
    id: 'killing',
    kind: 'event',
    names: [
      { text: 'Great Killing', lang: 'en' },
      {
        text: 'killing',
        lang: 'en',
        needs: 'context',
        when: ['Trump’s killing', 'killing of Musk'],
      },
    ],
  },
  { id: 'springfield-a', kind: 'place', prominence: 0.4, names: [{ text: 'Springfield' }] },
  { id: 'springfield-b', kind: 'place', prominence: 0.45, names: [{ text: 'Springfield' }] },
];
const index = buildNameIndex([{ pack: 'test', entities: ENTITIES }]);

function link(...segments: string[]): string[] {
  const { mentions } = linkSegments(index, segments, {
    established: new Set(),
    overruled: new Set(),
  });
  return mentions.map((m) => `${segments[m.segment]?.slice(m.start, m.end)}=${m.entity}`);
}

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

  it('takes what the page has established, and says what it waits for', () => {
    const options = { established: new Set<string>(), overruled: new Set<string>() };
    const waiting = linkSegments(index, ['Pezeshkian spoke'], options);
    expect(waiting).toEqual({ mentions: [], established: [], awaiting: ['pezeshkian'] });
    const known = linkSegments(index, ['Pezeshkian spoke'], {
      ...options,
      established: new Set(['pezeshkian']),
    });
    expect(known.mentions).toEqual([
      {
        segment: 0,
        start: 0,
        end: 10,
        entity: 'pezeshkian',
        kind: 'person',
        alias: 'Masoud Pezeshkian',
        use: 'derived',
        pack: 'test',
        ground: 'full-name-on-page',
      },
    ]);
  });

  it('leaves out what the reader overruled, without giving its names to others', () => {
    const { mentions } = linkSegments(index, ['Elon Musk and Trump'], {
      established: new Set(),
      overruled: new Set(['musk']),
    });
    expect(mentions.map((m) => m.entity)).toEqual(['trump']);
  });

  it('does not read a name across segments', () => {
    expect(link('Elon', 'Musket')).toEqual([]);
  });
});
