import type { Context, EntityRow, ShownMoment } from '../../../facts/card.ts';
import { MEETING } from './sample-cards.ts';
import { SOURCES } from './sample-sources.ts';
import { STATED } from './sample-then-now.ts';

export const ROWS: EntityRow[] = [
  {
    id: 'Q317521',
    kind: 'person',
    name: { text: 'Elon Musk', lang: 'en' },
    line: { text: 'Chief executive of Tesla', lang: 'en' },
  },
  {
    id: 'Q794',
    kind: 'place',
    name: { text: 'Iran', lang: 'en' },
    matched: { text: 'جمهوری اسلامی ایران', lang: 'fa' },
    line: { text: 'Country in western Asia', lang: 'en' },
  },
  { id: 'Q22686', kind: 'person', name: { text: 'Donald Trump', lang: 'en' } },
  {
    id: 'Q1065',
    kind: 'organisation',
    name: { text: 'United Nations', lang: 'en' },
    line: { text: 'Intergovernmental organisation of 193 member states', lang: 'en' },
  },
  {
    id: 'Q14552',
    kind: 'agreement',
    name: { text: 'Joint Comprehensive Plan of Action', lang: 'en' },
    matched: { text: 'Iran deal', lang: 'en' },
  },
  { id: 'office', kind: 'office', name: { text: 'President of Iran', lang: 'en' } },
  {
    id: 'event',
    kind: 'event',
    name: { text: '2024 United States presidential election', lang: 'en' },
  },
  { id: 'product', kind: 'product', name: { text: 'Starlink', lang: 'en' } },
  { id: 'work', kind: 'work', name: { text: 'The Art of the Deal', lang: 'en' } },
  { id: 'group', kind: 'group', name: { text: 'Quds Force', lang: 'en' } },
  { id: 'other', kind: 'other', name: { text: 'Maximum pressure', lang: 'en' } },
];

const IRAN_CONTACT = 'Who met whom, and when';

function moment(
  when: ShownMoment['when'],
  distance: string | undefined,
  date: string,
  text: string,
  source: string,
): ShownMoment {
  const [subject = '', ...rest] = text.split(' | ');
  const parts = [
    { text: subject, entity: `us-iran:${subject}` },
    { text: rest.join('').replace(/^(?=\w)/, ' ') },
  ];
  return {
    ...STATED,
    id: `${date} ${text}`,
    when,
    date,
    ...(distance !== undefined && { distance }),
    parts: rest.length > 0 ? parts : [{ text }],
    sources: [`us-iran/${source}`],
  };
}

/** What the built-in pack knows of the page's entities, by distance from 14 November 2024. */
const TIMELINE: ShownMoment[] = [
  moment(
    'before',
    '9 years before',
    '14 Jul 2015',
    'Joint Comprehensive Plan of Action | , concluded in Vienna',
    'unsg-2022-06-23',
  ),
  {
    ...moment(
      'before',
      '6 years before',
      '8 May 2018',
      'Donald Trump | took the United States out',
      'efe-2018-05-08',
    ),
    id: 'c2',
  },
  {
    ...moment(
      'before',
      '6 years before',
      '8 May 2018',
      'Joint Comprehensive Plan of Action | : it works and has rolled back Iran’s nuclear programme, and to leave it is misguided',
      'obama-2018-05-08',
    ),
    status: 'said',
    attribution: 'Barack Obama said so',
    claims: [
      {
        by: { text: 'Barack Obama', entity: 'Q76' },
        stance: 'says',
        date: '8 May 2018',
        source: 'us-iran/obama-2018-05-08',
      },
    ],
  },
  moment(
    'before',
    '4 years before',
    '3 Jan 2020',
    'Qassim Suleimani | , killed in Baghdad',
    'politico-2020-01-03',
  ),
  {
    ...moment(
      'before',
      '8 days before',
      '6 Nov 2024',
      'Donald Trump | , phone call with Volodymyr Zelensky',
      'tbs-2024-11-09',
    ),
    status: 'reported',
    attribution: 'Reported by Axios',
    claims: [
      {
        by: { text: 'Axios', entity: 'us-iran:axios' },
        stance: 'reports',
        date: '8 Nov 2024',
        source: 'us-iran/tbs-2024-11-09',
      },
    ],
  },
  {
    ...moment(
      'before',
      '3 days before',
      '11 Nov 2024',
      'Musk–Iravani meeting | : the two spoke of ways to ease tensions between Iran and the United States',
      'nyt-2024-11-14',
    ),
    status: 'denied',
    attribution:
      'Reported by The New York Times; denied by the Ministry of Foreign Affairs of Iran',
    claims: MEETING.claims.filter(({ stance }) => stance !== 'declines-to-comment'),
  },
  moment(
    'before',
    '2 days before',
    '12 Nov 2024',
    'Elon Musk | as designated leader of the Department of Government Efficiency',
    'fox-2024-11-12',
  ),
  moment(
    'day',
    undefined,
    '14 Nov 2024',
    'Steven Cheung | as spokesperson of the Trump–Vance transition',
    'nyt-2024-11-14',
  ),
  {
    ...moment(
      'since',
      '2 days after',
      '16 Nov 2024',
      'Musk–Iravani meeting | , denied by Abbas Araghchi',
      'kyiv-independent-2024-11-16',
    ),
    pack: 'US–Iran relations',
    id: 'x1',
    disagreesWith: ['x2'],
  },
  {
    ...moment(
      'since',
      '3 days after',
      '17 Nov 2024',
      'Musk–Iravani meeting | , denied by Abbas Araghchi',
      'mehr-2024-11-16',
    ),
    pack: IRAN_CONTACT,
    id: 'x2',
    disagreesWith: ['x1'],
  },
  moment(
    'since',
    '9 weeks after',
    '20 Jan 2025',
    'Donald Trump | as President of the United States',
    'congress-legislators',
  ),
  moment(
    'since',
    '6 months after',
    '28 May 2025',
    'Elon Musk | : announced the end of his time in government',
    'thesun-2025-05-29',
  ),
  moment(
    'since',
    '11 months after',
    '18 Oct 2025',
    'UN Security Council resolution 2231 | : end of all its provisions, as Iran, Russia and China see it',
    'irannewsgazette-2025-10-19',
  ),
  moment(
    'since',
    '15 months after',
    '28 Feb 2026',
    'Ali Khamenei | , killed in the 2026 Iran war',
    'deccan-2026-03-01',
  ),
];

export const CONTEXT: Context = {
  articleDate: '14 Nov 2024',
  entities: ROWS,
  facts: [
    {
      ...MEETING,
      id: 'c1',
      parts: [
        { text: 'Elon Musk', entity: 'Q317521' },
        { text: ' met ' },
        { text: 'Amir Saeid Iravani', entity: 'us-iran:amir-saeid-iravani' },
        { text: ' in New York' },
      ],
    },
    {
      id: 'c2',
      date: '8 May 2018',
      parts: [
        { text: 'Donald Trump', entity: 'Q22686' },
        { text: ' took the United States out of the ' },
        { text: 'Joint Comprehensive Plan of Action', entity: 'Q14552' },
      ],
      topic: 'agreement',
      status: 'stated',
      claims: [],
      sources: ['us-iran/efe-2018-05-08'],
      onPage: true,
    },
  ],
  timeline: TIMELINE,
  nearest: ['c1', 'c2', 'c3'],
  sources: SOURCES,
};
