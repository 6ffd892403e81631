import type { Card, Context, EntityRow, ShownFact, ShownSource } from '../../../facts/card.ts';

/** Cards for the gallery: facts in our own words, near enough to real ones to be read as such. */

const SOURCES: ShownSource[] = [
  {
    id: 's1',
    title: 'Musk met with Iran’s ambassador to the U.N., officials say',
    publisher: 'The New York Times',
    url: 'https://www.nytimes.com/2024/11/14/world/middleeast/elon-musk-iran-trump.html',
    pack: 'US–Iran relations, 2026.11.23',
    published: '14 Nov 2024',
  },
  {
    id: 's2',
    title: 'Foreign ministry denies meeting between envoy and Musk',
    publisher: 'IRNA',
    url: 'https://en.irna.ir/news/2024-11-16',
    pack: 'US–Iran relations, 2026.11.23',
    published: '16 Nov 2024',
  },
  {
    id: 's3',
    title: 'Statement on the department of government efficiency',
    publisher: 'Trump–Vance transition',
    url: 'https://example.org/statement',
    pack: 'US–Iran relations, 2026.11.23',
    published: '12 Nov 2024',
  },
  {
    id: 's4',
    title: 'Company filing on board and officers',
    publisher: 'U.S. Securities and Exchange Commission',
    url: 'https://www.sec.gov/filing',
    pack: 'US–Iran relations, 2026.11.23',
    accessed: '23 Nov 2026',
  },
];

const MEETING: ShownFact = {
  id: 'f1',
  date: '11 Nov 2024',
  parts: [
    { text: 'Met ' },
    { text: 'Amir Saeid Iravani', entity: 'us-iran:iravani' },
    { text: ', Iran’s ambassador to the ' },
    { text: 'United Nations', entity: 'Q1065' },
    { text: ', in ' },
    { text: 'New York', entity: 'Q60' },
  ],
  topic: 'event',
  status: 'denied',
  claims: [
    {
      by: { text: 'The New York Times', entity: 'Q9684' },
      stance: 'reports',
      date: '14 Nov 2024',
      source: 's1',
    },
    {
      by: { text: 'Steven Cheung', entity: 'us-iran:cheung' },
      stance: 'declines-to-comment',
      date: '14 Nov 2024',
      source: 's1',
    },
    {
      by: { text: 'Iran’s foreign ministry', entity: 'us-iran:mfa' },
      stance: 'denies',
      date: '16 Nov 2024',
      source: 's2',
    },
  ],
  sources: ['s1'],
  onPage: true,
};

export const MUSK: Card = {
  id: 'Q317521',
  kind: 'person',
  name: { text: 'Elon Musk', lang: 'en' },
  otherNames: [{ text: 'Elon Reeve Musk', lang: 'en' }],
  summary: {
    text: 'Business owner who leads Tesla and SpaceX and bought Twitter, now X, in 2022. He spent more than a quarter of a billion dollars on the 2024 election campaign of Donald Trump.',
    lang: 'en',
  },
  articleDate: '15 Nov 2024',
  stateOf: 'roles',
  since: [],
  rolesThen: [
    {
      parts: [{ text: 'Chief executive of ' }, { text: 'Tesla', entity: 'Q478214' }],
      date: 'Oct 2008 –',
    },
    {
      parts: [
        { text: 'Named to lead the ' },
        { text: 'Department of Government Efficiency', entity: 'Q131300000' },
      ],
      date: '12 Nov 2024',
    },
  ],
  rolesNow: [
    {
      parts: [{ text: 'Chief executive of ' }, { text: 'Tesla', entity: 'Q478214' }],
      date: 'Oct 2008 –',
    },
    {
      parts: [{ text: 'Chief executive of ' }, { text: 'xAI', entity: 'Q120000000' }],
      asOf: '14 Nov 2024',
    },
  ],
  facts: [
    MEETING,
    {
      id: 'f2',
      date: '12 Nov 2024',
      parts: [
        { text: 'Named by ' },
        { text: 'Donald Trump', entity: 'Q22686' },
        { text: ' to lead the ' },
        { text: 'Department of Government Efficiency', entity: 'Q131300000' },
      ],
      topic: 'role',
      status: 'confirmed',
      claims: [
        { by: { text: 'Donald Trump', entity: 'Q22686' }, stance: 'confirms', date: '12 Nov 2024' },
      ],
      sources: ['s3'],
      onPage: true,
    },
    {
      id: 'f3',
      date: '27 Oct 2022',
      parts: [
        { text: 'Bought ' },
        { text: 'Twitter', entity: 'Q918' },
        { text: ' for $44 billion' },
      ],
      note: { text: 'Renamed X in July 2023.', lang: 'en' },
      topic: 'holding',
      status: 'stated',
      claims: [],
      sources: ['s4'],
      onPage: false,
    },
    {
      id: 'f4',
      date: 'Oct 2008 –',
      parts: [{ text: 'Chief executive of ' }, { text: 'Tesla', entity: 'Q478214' }],
      topic: 'role',
      status: 'stated',
      claims: [],
      sources: ['s4', 's3', 's1'],
      onPage: false,
    },
    {
      id: 'f5',
      date: 'Sept 2022',
      parts: [{ text: 'Offered Starlink to users in ' }, { text: 'Iran', entity: 'Q794' }],
      topic: 'relation',
      status: 'said',
      claims: [
        { by: { text: 'Elon Musk', entity: 'Q317521' }, stance: 'says', date: '23 Sept 2022' },
      ],
      sources: ['s1'],
      onPage: false,
    },
    {
      id: 'f6',
      parts: [{ text: 'Spoke regularly with ' }, { text: 'Vladimir Putin', entity: 'Q7747' }],
      topic: 'relation',
      status: 'disputed',
      claims: [
        { by: { text: 'The Wall Street Journal' }, stance: 'reports', date: '25 Oct 2024' },
        { by: { text: 'The Kremlin' }, stance: 'disputes', date: '25 Oct 2024' },
      ],
      sources: ['s1'],
      onPage: false,
    },
    {
      id: 'f7',
      date: '2023',
      parts: [{ text: 'Founded ' }, { text: 'xAI', entity: 'Q120000000' }],
      topic: 'holding',
      status: 'reported',
      claims: [{ by: { text: 'Reuters' }, stance: 'reports' }],
      sources: ['s1'],
      onPage: false,
    },
  ],
  factCount: 42,
  sources: SOURCES,
  packs: [
    { id: 'us-iran', title: 'US–Iran relations', version: '2026.11.23', asOf: '23 Nov 2026' },
  ],
  links: [
    { label: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q317521' },
    { label: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/Elon_Musk' },
  ],
};

export const NAME_ONLY: Card = {
  id: 'us-iran:cheung',
  kind: 'person',
  name: { text: 'Steven Cheung', lang: 'en' },
  otherNames: [],
  stateOf: 'roles',
  since: [],
  rolesThen: [],
  facts: [],
  factCount: 0,
  sources: [],
  packs: MUSK.packs,
  links: [],
};

export const LONG_NAME: Card = {
  ...NAME_ONLY,
  id: 'long',
  kind: 'agreement',
  name: {
    text: 'Protocol to the Agreement between the Islamic Republic of Iran and the International Atomic Energy Agency for the Application of Safeguards in Connection with the Treaty on the Non-Proliferation of Nuclear Weapons',
    lang: 'en',
  },
  otherNames: [
    {
      text: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      lang: 'de',
    },
    { text: 'پروتکل الحاقی', lang: 'fa' },
  ],
  summary: {
    text: 'An addition to Iran’s safeguards agreement that lets inspectors see more.',
    lang: 'en',
  },
};

export const PEZESHKIAN_FA: Card = {
  id: 'Q5933752',
  kind: 'person',
  name: { text: 'مسعود پزشکیان', lang: 'fa' },
  otherNames: [{ text: 'Masoud Pezeshkian', lang: 'en' }],
  summary: {
    text: 'جراح قلب و سیاستمدار ایرانی که در تیر ۱۴۰۳ به ریاست‌جمهوری برگزیده شد.',
    lang: 'fa',
  },
  articleDate: '۱۵ نوامبر ۲۰۲۴',
  stateOf: 'roles',
  since: [],
  rolesThen: [
    {
      parts: [
        { text: 'رئیس‌جمهور ', lang: 'fa' },
        { text: 'ایران', entity: 'Q794', lang: 'fa' },
      ],
      date: 'از ۲۸ ژوئیهٔ ۲۰۲۴',
    },
  ],
  facts: [
    {
      id: 'p1',
      date: '۵ ژوئیهٔ ۲۰۲۴',
      parts: [
        { text: 'در دور دوم انتخابات بر ', lang: 'fa' },
        { text: 'سعید جلیلی', entity: 'Q1', lang: 'fa' },
        { text: ' پیروز شد و ', lang: 'fa' },
        { text: 'Reuters', entity: 'Q130879', lang: 'en' },
        { text: ' آن را گزارش کرد', lang: 'fa' },
      ],
      topic: 'event',
      status: 'confirmed',
      claims: [
        { by: { text: 'وزارت کشور', lang: 'fa' }, stance: 'confirms', date: '۶ ژوئیهٔ ۲۰۲۴' },
      ],
      sources: ['s2'],
      onPage: true,
    },
    {
      id: 'p2',
      date: '2001–2005',
      parts: [
        { text: 'Minister of health under ' },
        { text: 'محمد خاتمی', entity: 'Q2', lang: 'fa' },
      ],
      topic: 'role',
      status: 'stated',
      claims: [],
      sources: ['s2'],
      onPage: false,
    },
  ],
  factCount: 2,
  sources: SOURCES,
  packs: MUSK.packs,
  links: [],
};

/** A card with as many facts as asked for. */
export function withFacts(count: number): Card {
  return {
    ...MUSK,
    facts: Array.from({ length: count }, (_, index) => {
      const fact = MUSK.facts[index % MUSK.facts.length] ?? MEETING;
      return { ...fact, id: `many-${index}`, onPage: index < 3 };
    }),
    factCount: count,
  };
}

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

export const CONTEXT: Context = {
  entities: ROWS,
  facts: [
    {
      ...MEETING,
      id: 'c1',
      parts: [
        { text: 'Elon Musk', entity: 'Q317521' },
        { text: ' met ' },
        { text: 'Amir Saeid Iravani', entity: 'us-iran:iravani' },
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
      sources: ['s3'],
      onPage: true,
    },
  ],
  timeline: [],
  nearest: ['c1', 'c2', 'c3'],
  sources: SOURCES,
};
