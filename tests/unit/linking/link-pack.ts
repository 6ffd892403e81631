import type { Entity } from '../../../facts/pack-format.ts';

/** People, places and firms with names that are hard in the ways that news is hard. */
export const ENTITIES: Entity[] = [
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
