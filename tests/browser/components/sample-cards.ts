import type { Card, ShownFact } from '../../../facts/card.ts';
import { SOURCES } from './sample-sources.ts';

/** Cards for the gallery: facts in our own words, near enough to real ones to be read as such. */

/** The one with everything: not yet public in some articles, reported, denied, and more after this one. */
export const MEETING: ShownFact = {
  id: 'f1',
  date: '11 Nov 2024',
  parts: [
    { text: 'Met ' },
    { text: 'Amir Saeid Iravani', entity: 'us-iran:amir-saeid-iravani' },
    { text: ', ' },
    { text: 'New York', entity: 'Q60' },
  ],
  topic: 'relation',
  status: 'denied',
  attribution:
    'Reported by The New York Times and the Associated Press; denied by the Ministry of Foreign Affairs of Iran and Abbas Araghchi',
  claims: [
    {
      by: { text: 'The New York Times', entity: 'Q9684' },
      stance: 'reports',
      date: '14 Nov 2024',
      source: 'us-iran/nyt-2024-11-14',
    },
    {
      by: { text: 'Steven Cheung', entity: 'us-iran:steven-cheung' },
      stance: 'declines-to-comment',
      date: '14 Nov 2024',
      source: 'us-iran/nyt-2024-11-14',
    },
    {
      by: {
        text: 'Permanent Mission of Iran to the United Nations',
        entity: 'us-iran:iranian-mission-to-the-un',
      },
      stance: 'declines-to-comment',
      date: '15 Nov 2024',
      source: 'us-iran/iranintl-2024-11-16',
    },
    {
      by: { text: 'Associated Press', entity: 'Q40469' },
      stance: 'reports',
      date: '16 Nov 2024',
      source: 'us-iran/ap-2024-11-16',
      later: true,
    },
    {
      by: {
        text: 'Ministry of Foreign Affairs of Iran',
        entity: 'us-iran:iran-foreign-ministry',
      },
      stance: 'denies',
      date: '16 Nov 2024',
      source: 'us-iran/mehr-2024-11-16',
      later: true,
    },
    {
      by: { text: 'Abbas Araghchi', entity: 'Q7459020' },
      stance: 'denies',
      date: '16 Nov 2024',
      source: 'us-iran/kyiv-independent-2024-11-16',
      later: true,
    },
  ],
  sources: [
    'us-iran/nyt-2024-11-14',
    'us-iran/ap-2024-11-16',
    'us-iran/mehr-2024-11-16',
    'us-iran/kyiv-independent-2024-11-16',
    'us-iran/iranintl-2024-11-16',
  ],
  onPage: true,
};

const TESLA = { text: 'Tesla', entity: 'Q478214' };
const DOGE = { text: 'Department of Government Efficiency', entity: 'us-iran:doge' };

export const MUSK: Card = {
  id: 'Q317521',
  kind: 'person',
  name: { text: 'Elon Musk', lang: 'en' },
  otherNames: [{ text: 'Elon Reeve Musk', lang: 'en' }],
  summary: {
    text: 'South African-born American entrepreneur, chief executive of Tesla and SpaceX and buyer of Twitter, now X; adviser to Donald Trump in 2024 and 2025.',
    lang: 'en',
  },
  articleDate: '15 Nov 2024',
  stateOf: 'roles',
  rolesThen: [
    {
      parts: [{ text: 'Designated leader of the ' }, DOGE],
      date: '12 Nov 2024 – 20 Jan 2025',
    },
    {
      parts: [{ text: 'Adviser to ' }, { text: 'Donald Trump', entity: 'Q22686' }],
      date: 'about 6 Nov 2024 – May 2025',
    },
  ],
  since: [
    {
      id: 's0',
      date: '16 Nov 2024',
      parts: [
        { text: 'Denied by the Ministry of Foreign Affairs of Iran and Abbas Araghchi: ' },
        { text: 'met ' },
        { text: 'Amir Saeid Iravani', entity: 'us-iran:amir-saeid-iravani' },
      ],
      topic: 'event',
      status: 'denied',
      claims: MEETING.claims.filter(({ stance }) => stance === 'denies'),
      sources: ['us-iran/mehr-2024-11-16', 'us-iran/kyiv-independent-2024-11-16'],
      onPage: true,
    },
    {
      id: 's1',
      date: 'Jan 2025 – May 2025',
      parts: [
        { text: 'Special government employee at the ' },
        { text: 'White House', entity: 'Q35525' },
      ],
      topic: 'role',
      status: 'stated',
      claims: [],
      sources: ['us-iran/scripps-2025-02-26', 'us-iran/thesun-2025-05-29'],
      onPage: false,
    },
    {
      id: 's2',
      date: '28 May 2025',
      parts: [{ text: 'Announced the end of his time in government' }],
      topic: 'event',
      status: 'stated',
      claims: [],
      sources: ['us-iran/thesun-2025-05-29'],
      onPage: false,
    },
  ],
  rolesNow: [
    {
      parts: [{ text: 'Chief executive of ' }, TESLA],
      date: 'since Oct 2008',
      asOf: '29 May 2025',
    },
    {
      parts: [{ text: 'Chief executive of ' }, { text: 'SpaceX', entity: 'Q193701' }],
      date: 'since May 2002',
      asOf: '16 Nov 2024',
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
        DOGE,
      ],
      topic: 'role',
      status: 'confirmed',
      claims: [
        {
          by: { text: 'Fox News' },
          stance: 'reports',
          date: '12 Nov 2024',
          source: 'us-iran/fox-2024-11-12',
        },
        { by: { text: 'Donald Trump', entity: 'Q22686' }, stance: 'confirms', date: '12 Nov 2024' },
      ],
      sources: ['us-iran/fox-2024-11-12'],
      onPage: true,
    },
    {
      id: 'f3',
      date: '27 Oct 2022',
      parts: [{ text: 'Acquired ' }, { text: 'X', entity: 'Q918' }],
      note: { text: 'The price was about 44 billion US dollars.', lang: 'en' },
      topic: 'holding',
      status: 'stated',
      claims: [],
      sources: ['us-iran/herald-2023-10-27'],
      onPage: false,
    },
    {
      id: 'f4',
      date: 'since Oct 2008',
      parts: [{ text: 'Chief executive of ' }, TESLA],
      note: { text: 'He had been chairman of the board since April 2004.', lang: 'en' },
      topic: 'role',
      status: 'stated',
      claims: [],
      sources: ['us-iran/sec-tesla-s1', 'us-iran/thesun-2025-05-29', 'us-iran/nyt-2024-11-14'],
      onPage: false,
    },
    {
      id: 'f5',
      date: 'Feb 2025',
      parts: [
        {
          text: 'he is an employee of the White House, not of DOGE nor its administrator, and has no formal power to decide',
        },
      ],
      topic: 'other',
      status: 'said',
      claims: [
        {
          by: { text: 'White House', entity: 'Q35525' },
          stance: 'says',
          date: 'Feb 2025',
          source: 'us-iran/scripps-2025-02-26',
          later: true,
        },
      ],
      sources: ['us-iran/scripps-2025-02-26'],
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
      sources: [],
      onPage: false,
    },
    {
      id: 'f7',
      date: '6 Nov 2024',
      parts: [
        { text: 'Took part in the ' },
        {
          text: 'Trump–Zelensky phone call of November 2024',
          entity: 'us-iran:trump-zelensky-call-2024',
        },
      ],
      topic: 'event',
      status: 'reported',
      claims: [
        {
          by: { text: 'Axios', entity: 'us-iran:axios' },
          stance: 'reports',
          date: '8 Nov 2024',
          source: 'us-iran/tbs-2024-11-09',
        },
      ],
      sources: ['us-iran/tbs-2024-11-09'],
      onPage: false,
    },
  ],
  factCount: 42,
  sources: SOURCES.slice(0, 12),
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
      sources: ['us-iran/nyt-2024-11-14'],
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
      sources: ['us-iran/nyt-2024-11-14'],
      onPage: false,
    },
  ],
  factCount: 2,
  sources: SOURCES.slice(0, 1),
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
