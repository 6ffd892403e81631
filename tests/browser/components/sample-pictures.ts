import type { ShownFact, Status } from '../../../facts/card.ts';
import { toDay } from '../../../facts/days.ts';
import type {
  Connection,
  GraphEdge,
  GraphNode,
  LifeLine,
  Neighbours,
  Span,
  Succession,
} from '../../../facts/picture.ts';
import type { Kind } from '../../../facts/vocabulary.ts';
import { SOURCES } from './sample-sources.ts';

const [SOURCE] = SOURCES;
const SOURCE_ID = SOURCE?.id ?? '';

const node = (id: string, kind: Kind, text: string, lang = 'en'): GraphNode => ({
  id,
  kind,
  name: { text, lang },
});

export const MUSK = node('Q317521', 'person', 'Elon Musk');
export const IRAVANI = node('iravani', 'person', 'امیرسعید ایروانی', 'fa');
const MEETING = node('meeting', 'event', 'Musk–Iravani meeting');
const MISSION = node('mission', 'organisation', 'Permanent Mission of Iran to the United Nations');
const HOSTILE = node('hostile', 'work', '<img src=x onerror="globalThis.stolen = 1">');

function fact(
  id: string,
  from: GraphNode,
  words: string,
  to: GraphNode | undefined,
  status: Status = 'stated',
): ShownFact {
  return {
    id,
    date: '11 Nov 2024',
    parts: [
      { text: from.name.text, entity: from.id, lang: from.name.lang },
      { text: ` ${words} `, lang: 'en' },
      ...(to ? [{ text: to.name.text, entity: to.id, lang: to.name.lang }] : []),
    ],
    topic: 'event',
    status,
    claims: [],
    sources: [SOURCE_ID],
    onPage: false,
  };
}

const edge = (
  id: string,
  from: GraphNode,
  words: string,
  to: GraphNode,
  status?: Status,
): GraphEdge => ({
  from: from.id,
  to: to.id,
  label: { text: words, lang: 'en' },
  fact: fact(id, from, words, to, status),
});

const ATTENDED = edge('f1', MUSK, 'participant in', MEETING, 'denied');
const ALSO_ATTENDED = edge('f2', IRAVANI, 'participant in', MEETING);
const POSTED = edge('f3', IRAVANI, 'head of', MISSION);

export const CONNECTION: Connection = {
  from: MUSK,
  to: IRAVANI,
  chains: [
    {
      steps: [
        { from: MUSK.id, to: MEETING.id, facts: [ATTENDED.fact], more: 0 },
        { from: MEETING.id, to: IRAVANI.id, facts: [ALSO_ATTENDED.fact], more: 2 },
      ],
    },
  ],
  graph: { nodes: [MUSK, IRAVANI, MEETING], edges: [ATTENDED, ALSO_ATTENDED] },
  isCut: true,
  sources: SOURCES,
};

export const UNCONNECTED: Connection = {
  ...CONNECTION,
  chains: [],
  graph: { nodes: [], edges: [] },
};

/** What pressing a thing adds. */
export const BESIDE: Neighbours = {
  graph: {
    nodes: [IRAVANI, MISSION, HOSTILE],
    edges: [POSTED, edge('f4', IRAVANI, 'wrote', HOSTILE)],
  },
  rest: 3,
  sources: SOURCES,
};

const days = (year: number, month = 1, day = 1) => {
  const one = toDay(year, month, day);
  return { earliest: one, latest: one };
};
const year = (number: number) => ({ earliest: toDay(number, 1, 1), latest: toDay(number, 12, 31) });

function span(id: string, words: string, more: Partial<Span>): Span {
  return {
    fact: { ...fact(id, MUSK, words, undefined), topic: 'role' },
    isMoment: false,
    isOngoing: false,
    ...more,
  };
}

export const LIFE: LifeLine = {
  today: toDay(2026, 11, 23),
  article: toDay(2024, 11, 15),
  spans: [
    span('l0', 'born', { isMoment: true, start: days(1971, 6, 28), end: days(1971, 6, 28) }),
    span('l1', 'chief executive of SpaceX', {
      start: days(2002, 5),
      heldUntil: toDay(2024, 11, 16),
    }),
    span('l2', 'chief executive of Tesla', { start: year(2008), isOngoing: true }),
    span('l3', 'adviser to Donald Trump', { start: days(2024, 11, 6), end: year(2025) }),
    span('l4', 'head of a company of which nobody knows the beginning', { end: days(2013, 5) }),
    span('l5', 'met Amir Saeid Iravani', {
      isMoment: true,
      start: days(2024, 11, 11),
      end: days(2024, 11, 11),
    }),
    span('l6', 'acquired Twitter', {
      isMoment: true,
      start: days(2022, 10, 27),
      end: days(2022, 10, 27),
    }),
  ],
  undated: 2,
  rest: 1,
  sources: SOURCES,
};

const ROUHANI = node('Q348144', 'person', 'Hassan Rouhani');
const RAISI = node('Q5933751', 'person', 'ابراهیم رئیسی', 'fa');
const PEZESHKIAN = node('Q5933752', 'person', 'Masoud Pezeshkian');

export const HOLDERS: Succession = {
  today: toDay(2026, 11, 23),
  article: toDay(2024, 11, 15),
  holders: [
    {
      holder: ROUHANI,
      span: span('h1', 'president', { start: days(2013, 8, 3), end: days(2021, 8, 3) }),
      follows: 'first',
    },
    {
      holder: RAISI,
      span: span('h2', 'president', { start: days(2021, 8, 3), end: days(2024, 5, 19) }),
      follows: 'at-once',
    },
    {
      holder: PEZESHKIAN,
      span: span('h3', 'president', { start: days(2024, 7, 30), heldUntil: toDay(2026, 6, 18) }),
      follows: 'gap',
      days: 71,
    },
  ],
  undated: 1,
  sources: SOURCES,
};
