import type { Card } from '../../../facts/card.ts';
import { NAME_ONLY } from './sample-cards.ts';
import { SOURCES } from './sample-sources.ts';
import { STATED } from './sample-then-now.ts';

/** Cards of what has a state that is no role of its own: offices, agreements, organisations. */

/** An office: who held it then and who holds it now. */
export const PRESIDENT: Card = {
  ...NAME_ONLY,
  id: 'Q11696',
  kind: 'office',
  name: { text: 'President of the United States', lang: 'en' },
  otherNames: [],
  summary: {
    text: 'Head of state and of government of the United States and commander of its armed forces, elected for four years.',
    lang: 'en',
  },
  articleDate: '15 Nov 2024',
  stateOf: 'holders',
  rolesThen: [
    { parts: [{ text: 'Joe Biden', entity: 'Q6279' }], date: '20 Jan 2021 – 20 Jan 2025' },
  ],
  rolesNow: [
    {
      parts: [{ text: 'Donald Trump', entity: 'Q22686' }],
      date: 'since 20 Jan 2025',
      sources: ['us-iran/congress-legislators'],
    },
  ],
  facts: [
    {
      ...STATED,
      id: 'u1',
      date: '20 Jan 2009 – 20 Jan 2017',
      parts: [{ text: 'Barack Obama', entity: 'Q76' }],
      topic: 'role',
      sources: ['us-iran/congress-legislators'],
    },
  ],
  factCount: 5,
  sources: SOURCES,
};

const SIDES: readonly (readonly [name: string, id: string])[] = [
  ['Iran', 'Q794'],
  ['China', 'Q148'],
  ['Russia', 'Q159'],
  ['United Kingdom', 'Q145'],
  ['France', 'Q142'],
  ['Germany', 'Q183'],
  ['European Union', 'Q458'],
];

/** An agreement: the same parties then and now, and a quarrel about whether it still holds. */
export const JCPOA: Card = {
  ...NAME_ONLY,
  id: 'us-iran:jcpoa',
  kind: 'agreement',
  name: { text: 'Joint Comprehensive Plan of Action', lang: 'en' },
  otherNames: [{ text: 'برجام', lang: 'fa' }],
  articleDate: '15 Nov 2024',
  stateOf: 'parties',
  rolesThen: SIDES.map(([text, entity]) => ({
    parts: [{ text, entity }],
    date: 'since 14 Jul 2015',
    asOf: '23 Jun 2022',
    sources: ['us-iran/unsg-2022-06-23'],
  })),
  since: [
    {
      ...STATED,
      id: 'j1',
      date: '18 Oct 2025',
      parts: [
        {
          text: 'all provisions of Security Council resolution 2231, which endorsed it, ended on 18 October 2025',
        },
      ],
      note: {
        text: 'In a joint letter; the UN secretariat had stated in September that the earlier sanctions apply again.',
        lang: 'en',
      },
      status: 'said',
      attribution: 'Iran, Russia and China said so',
      claims: ['Iran', 'Russia', 'China'].map((text) => ({
        by: { text, entity: SIDES.find(([name]) => name === text)?.[1] },
        stance: 'says',
        date: '18 Oct 2025',
        source: 'us-iran/irannewsgazette-2025-10-19',
        later: true,
      })),
      sources: ['us-iran/irannewsgazette-2025-10-19', 'us-iran/sunstar-2025-09'],
    },
  ],
  facts: [
    {
      ...STATED,
      id: 'j2',
      date: '8 May 2018',
      parts: [{ text: 'Withdrawal of the ' }, { text: 'United States', entity: 'Q30' }],
      topic: 'agreement',
      sources: ['us-iran/efe-2018-05-08'],
      onPage: true,
    },
    {
      ...STATED,
      id: 'j3',
      date: '8 May 2018',
      parts: [{ text: 'it is a horrible, one-sided deal that should not have been made' }],
      topic: 'other',
      status: 'said',
      claims: [
        {
          by: { text: 'Donald Trump', entity: 'Q22686' },
          stance: 'says',
          date: '8 May 2018',
          source: 'us-iran/usip-2018-05-08',
        },
      ],
      sources: ['us-iran/usip-2018-05-08'],
      onPage: true,
    },
  ],
  factCount: 18,
  sources: SOURCES,
};

/** An organisation: its people, one of them named by the government alone and not yet known. */
export const DOGE_CARD: Card = {
  ...NAME_ONLY,
  id: 'us-iran:doge',
  kind: 'organisation',
  name: { text: 'Department of Government Efficiency', lang: 'en' },
  articleDate: '15 Nov 2024',
  stateOf: 'people',
  rolesThen: [
    {
      parts: [{ text: 'Designated leader: ' }, { text: 'Elon Musk', entity: 'Q317521' }],
      date: '12 Nov 2024 – 20 Jan 2025',
      sources: ['us-iran/fox-2024-11-12', 'us-iran/scripps-2025-02-26'],
    },
    {
      parts: [
        { text: 'Designated leader: ' },
        { text: 'Vivek Ramaswamy', entity: 'us-iran:vivek-ramaswamy' },
      ],
      date: '12 Nov 2024 – 20 Jan 2025',
      sources: ['us-iran/fox-2024-11-12', 'us-iran/abc7-2025-01-20'],
    },
  ],
  rolesNow: [
    {
      parts: [
        { text: 'Acting administrator: ' },
        { text: 'Amy Gleason', entity: 'us-iran:amy-gleason' },
      ],
      asOf: '26 Feb 2025',
      attribution: 'White House said so',
      notKnownUntil: '25 Feb 2025',
      sources: ['us-iran/scripps-2025-02-26'],
    },
  ],
  since: [
    {
      ...STATED,
      id: 'o1',
      date: '20 Jan 2025',
      parts: [{ text: 'Set up by executive order within the Executive Office of the President' }],
      status: 'said',
      attribution: 'White House said so',
      claims: [
        {
          by: { text: 'White House', entity: 'Q35525' },
          stance: 'says',
          date: '20 Jan 2025',
          source: 'us-iran/wh-2025-01-20-doge',
          later: true,
        },
      ],
      sources: ['us-iran/wh-2025-01-20-doge'],
    },
    {
      ...STATED,
      id: 'o2',
      date: 'Nov 2025',
      parts: [{ text: 'It no longer exists as a central body' }],
      status: 'denied',
      attribution: 'Reported by Reuters; denied by the Department of Government Efficiency',
      claims: [
        {
          by: { text: 'Reuters', entity: 'Q130879' },
          stance: 'reports',
          date: '23 Nov 2025',
          source: 'us-iran/independent-2025-11-24',
          later: true,
        },
        {
          by: { text: 'Department of Government Efficiency', entity: 'us-iran:doge' },
          stance: 'denies',
          date: '24 Nov 2025',
          source: 'us-iran/californiainsider-2025-11',
          later: true,
        },
      ],
      sources: ['us-iran/independent-2025-11-24', 'us-iran/californiainsider-2025-11'],
    },
  ],
  factCount: 12,
  sources: SOURCES,
};

/** A page without a date. */
export const UNDATED: Card = {
  ...PRESIDENT,
  articleDate: undefined,
  rolesThen: PRESIDENT.rolesNow ?? [],
  rolesNow: undefined,
};
