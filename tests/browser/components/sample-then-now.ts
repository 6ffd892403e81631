import type { Card, ShownFact } from '../../../facts/card.ts';
import { MEETING, MUSK, NAME_ONLY, PEZESHKIAN_FA } from './sample-cards.ts';
import { SOURCES } from './sample-sources.ts';

/** Cards that differ between the article's day and today, after the facts of the built-in pack. */

/** What most facts have in common. */
export const STATED: Omit<ShownFact, 'id' | 'parts'> = {
  topic: 'event',
  status: 'stated',
  claims: [],
  sources: [],
  onPage: false,
};
const MOJTABA = { text: 'Mojtaba Khamenei', entity: 'us-iran:mojtaba-khamenei' };
const SUPREME_LEADER = {
  text: 'Supreme Leader of Iran',
  entity: 'us-iran:supreme-leader-of-iran',
};

/** A person whose office has ended with a death. */
export const KHAMENEI: Card = {
  ...NAME_ONLY,
  id: 'Q57336',
  name: { text: 'Ali Khamenei', lang: 'en' },
  otherNames: [{ text: 'سید علی خامنه‌ای', lang: 'fa' }],
  summary: {
    text: 'Iranian cleric, supreme leader of Iran from 4 June 1989 until he was killed in US and Israeli strikes on 28 February 2026.',
    lang: 'en',
  },
  articleDate: '15 Nov 2024',
  rolesThen: [
    {
      parts: [SUPREME_LEADER],
      date: '4 Jun 1989 – 28 Feb 2026',
      sources: ['us-iran/factbook-2026', 'us-iran/sentinel-2026-03-10'],
    },
  ],
  since: [
    {
      ...STATED,
      id: 'k1',
      date: '28 Feb 2026',
      parts: [{ text: 'Killed in the ' }, { text: '2026 Iran war', entity: 'us-iran:war-of-2026' }],
      sources: ['us-iran/deccan-2026-03-01', 'us-iran/sentinel-2026-03-10'],
    },
    {
      ...STATED,
      id: 'k2',
      date: '8 Mar 2026',
      parts: [{ text: 'Succeeded by ' }, MOJTABA],
      sources: ['us-iran/dawn-2026-03-09', 'us-iran/sentinel-2026-03-10'],
    },
  ],
  rolesNow: [
    { parts: [{ text: 'Died' }], date: '28 Feb 2026', sources: ['us-iran/deccan-2026-03-01'] },
  ],
  facts: [
    {
      ...STATED,
      id: 'k3',
      date: '3 Jan 2020',
      parts: [{ text: 'severe revenge awaits those who killed Qassim Suleimani' }],
      status: 'said',
      claims: [
        {
          by: { text: 'Ali Khamenei', entity: 'Q57336' },
          stance: 'says',
          date: '3 Jan 2020',
          source: 'us-iran/politico-2020-01-03',
        },
      ],
      sources: ['us-iran/politico-2020-01-03'],
    },
  ],
  factCount: 9,
  sources: SOURCES,
};

/** An event, some days before the article that tells of it; the article before it was public. */
export const MEETING_EVENT: Card = {
  ...NAME_ONLY,
  id: 'us-iran:musk-iravani-meeting',
  kind: 'event',
  name: { text: 'Musk–Iravani meeting', lang: 'en' },
  otherNames: [],
  summary: {
    text: 'Reported meeting of Elon Musk with Iran’s ambassador to the United Nations in New York on 11 November 2024; denied by Iran’s foreign ministry.',
    lang: 'en',
  },
  articleDate: '13 Nov 2024',
  distance: '2 days before the article',
  facts: [
    {
      ...MEETING,
      id: 'm1',
      parts: [{ text: 'Place: ' }, { text: 'New York', entity: 'Q60' }],
      note: {
        text: 'By the first report it lasted more than an hour, at a place that was kept secret.',
        lang: 'en',
      },
      notKnownUntil: '14 Nov 2024',
      claims: MEETING.claims.map((claim) => ({ ...claim, later: true })),
    },
  ],
  factCount: 8,
  sources: SOURCES,
};

/** Two packs that date the same office differently. */
export const DISAGREEMENT: Card = {
  ...KHAMENEI,
  since: [],
  rolesThen: [
    {
      parts: [SUPREME_LEADER],
      date: '4 Jun 1989 – 28 Feb 2026',
      pack: 'US–Iran relations',
      sources: ['us-iran/factbook-2026'],
    },
    {
      parts: [SUPREME_LEADER],
      date: '6 Aug 1989 – 28 Feb 2026',
      pack: 'Iran since the constitutional referendum',
      sources: ['us-iran/dawn-2026-03-09'],
    },
  ],
  facts: [
    {
      ...STATED,
      id: 'd1',
      date: '4 Jun 1989 – 28 Feb 2026',
      parts: [SUPREME_LEADER],
      topic: 'role',
      sources: ['us-iran/factbook-2026', 'us-iran/sentinel-2026-03-10'],
      pack: 'US–Iran relations',
      disagreesWith: ['d2'],
    },
    {
      ...STATED,
      id: 'd3',
      date: '1981 – 1989',
      parts: [{ text: 'President of Iran' }],
      topic: 'role',
    },
    {
      ...STATED,
      id: 'd2',
      date: '6 Aug 1989 – 28 Feb 2026',
      parts: [SUPREME_LEADER],
      topic: 'role',
      sources: ['us-iran/dawn-2026-03-09'],
      pack: 'Iran since the constitutional referendum',
      disagreesWith: ['d1'],
    },
  ],
};

/** More changes than one reads at a glance, of an entity without a state of its own. */
export const MANY_CHANGES: Card = {
  ...MUSK,
  rolesThen: [],
  rolesNow: undefined,
  since: Array.from({ length: 9 }, (_, index) => ({
    ...STATED,
    id: `since-${index}`,
    date: `${index + 1} Feb 2025`,
    parts: [
      { text: 'Order on cutting the federal workforce with teams of the ' },
      { text: 'Department of Government Efficiency', entity: 'us-iran:doge' },
    ],
    sources: ['us-iran/wh-2025-02-11-workforce'],
  })),
};

/** The same roles then and now, and a change all the same; in Persian. */
export const CHANGED_FA: Card = {
  ...PEZESHKIAN_FA,
  rolesNow: [
    {
      parts: [
        { text: 'رئیس‌جمهور ', lang: 'fa' },
        { text: 'ایران', entity: 'Q794', lang: 'fa' },
      ],
      date: 'از ۲۸ ژوئیهٔ ۲۰۲۴',
      asOf: '۲۳ نوامبر ۲۰۲۶',
    },
  ],
  rolesThen: [
    {
      parts: [{ text: 'نمایندهٔ مجلس شورای اسلامی', lang: 'fa' }],
      date: '۲۰۰۸ – ۲۰۲۴',
    },
  ],
  since: [
    {
      ...STATED,
      id: 'c1',
      date: '۲۸ فوریهٔ ۲۰۲۶',
      parts: [
        { text: 'جنگ ', lang: 'fa' },
        { text: 'Operation Epic Fury', entity: 'us-iran:operation-epic-fury', lang: 'en' },
      ],
      status: 'reported',
      attribution: 'کاخ سفید گفت',
      claims: [
        {
          by: { text: 'کاخ سفید', entity: 'Q35525', lang: 'fa' },
          stance: 'says',
          date: '۸ آوریل ۲۰۲۶',
          source: 'us-iran/nyt-2024-11-14',
          later: true,
        },
      ],
      sources: ['us-iran/nyt-2024-11-14'],
    },
  ],
};
