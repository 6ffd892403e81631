import type {
  BackupSummary,
  Candidate,
  CatalogueEntry,
  Draft,
  InstalledPack,
  OwnEntity,
  OwnNote,
  Service,
  Shortcut,
} from '../../../entrypoints/options/backend.ts';
import type { ImportNews, ImportProblem } from '../../../entrypoints/options/import.ts';

const HOUR = 3_600_000;
const hoursAgo = (hours: number) => Date.now() - hours * HOUR;

export const PACKS: InstalledPack[] = [
  {
    id: 'us-iran',
    title: 'US–Iran relations',
    version: '2026.11.23',
    asOf: '2026-11-23',
    publisher: 'Backgrounder project',
    licence: 'CC0-1.0',
    entities: 41,
    facts: 120,
    sources: 63,
    bytes: 184_000,
    builtIn: true,
    enabled: true,
  },
  {
    id: 'positions',
    title: 'Position holders of 69 countries',
    version: '2022.07.01',
    asOf: '2022-07-01',
    publisher: 'Example Newsroom',
    licence: 'CC-BY-4.0',
    homepage: 'https://packs.example.org/positions',
    entities: 17_769,
    facts: 26_206,
    sources: 69,
    bytes: 9_420_000,
    builtIn: false,
    enabled: true,
    installedAt: hoursAgo(50),
    previousVersion: { version: '2022.01.15', bytes: 8_700_000 },
    update: {
      url: 'https://packs.example.org/positions/updates.json',
      every: 'week',
      checkedAt: hoursAgo(3),
      available: '2022.08.01',
    },
    signedBy: 'a3:1f:5c:9e:07:42:d8:b1:66:90:2e:fd:13:7a:c4:88',
  },
  {
    id: 'majles',
    title: 'نمایندگان مجلس شورای اسلامی',
    version: '۱۴۰۳٫۲',
    asOf: '2024-06',
    publisher: 'نشریهٔ نمونه',
    licence: 'CC0-1.0',
    entities: 290,
    facts: 1_160,
    sources: 1,
    bytes: 412_000,
    builtIn: false,
    enabled: false,
    installedAt: hoursAgo(2_000),
    update: {
      url: 'https://packs.example.org/majles.ndjson.gz',
      every: 'never',
      checkedAt: hoursAgo(900),
      problem: 'packs.example.org answered 503 (service unavailable).',
    },
  },
];

export const CATALOGUE: CatalogueEntry[] = [
  {
    id: 'heads',
    title: 'Heads of state and government',
    holds: 'Who leads which country now, with the day they took office.',
    entries: 400,
    licence: 'CC0-1.0',
    publisher: 'Wikidata',
    homepage: 'https://www.wikidata.org/',
    date: 'as of the day it is fetched',
  },
  {
    id: 'ministers',
    title: 'Ministers of a country',
    holds: 'Everyone who holds a seat in its cabinet, and what they held before.',
    entries: 40,
    licence: 'CC0-1.0',
    publisher: 'Wikidata',
    homepage: 'https://www.wikidata.org/',
    date: 'as of the day it is fetched',
    parameter: {
      options: [
        { value: 'Q142', label: 'France' },
        { value: 'Q794', label: 'Iran' },
        { value: 'Q30', label: 'United States' },
      ],
    },
  },
  {
    id: 'sanctions',
    title: 'Sanctions lists',
    holds: 'People, companies and ships under sanctions of states and of the United Nations.',
    entries: 700_000,
    licence: 'CC-BY-NC-4.0',
    publisher: 'OpenSanctions',
    homepage: 'https://www.opensanctions.org/',
    date: '2026-11-20',
  },
];

export const OWN_ENTITIES: OwnEntity[] = [
  {
    id: 'own:1',
    name: 'Amir Saeid Iravani',
    otherNames: ['امیرسعید ایروانی', 'A. S. Iravani'],
    kind: 'person',
    summary: 'Iran’s ambassador to the United Nations since 2022.',
    url: 'https://www.wikidata.org/wiki/Special:Search?search=Iravani',
    private: false,
    facts: 4,
    createdAt: hoursAgo(30),
    from: {
      url: 'https://news.example.com/2024/11/14/world/meeting.html',
      title: 'Businessman Met Ambassador, Officials Say',
      date: '2024-11-14',
      words: 'Amir Saeid Iravani',
    },
  },
  {
    id: 'own:2',
    name: 'The source in Geneva',
    otherNames: [],
    kind: 'person',
    summary: '',
    url: '',
    private: true,
    facts: 0,
    createdAt: hoursAgo(2),
  },
];

export const OWN_NOTES: OwnNote[] = [
  {
    id: 'note:1',
    about: { text: 'محمدجواد ظریف', lang: 'fa' },
    text: 'Says that he did not know of the meeting.\nAsk his office again.',
    createdAt: hoursAgo(30),
    from: { url: 'https://news.example.com/2024/11/15/zarif.html', title: 'Zarif Denies It' },
  },
  { id: 'note:2', text: 'یادداشتی که به هیچ نامی بسته نیست.', createdAt: hoursAgo(26) },
];

export const SERVICES: Service[] = [
  { id: 'wikidata', name: 'Wikidata', url: 'https://reconcile.example.org/en/api', builtIn: true },
  { id: 'yente', name: 'Newsroom search', url: 'http://yente.example.net:8000/', builtIn: false },
];

export const CANDIDATES: Candidate[] = [
  {
    id: 'Q1',
    name: 'Jane Example',
    description: 'politician, minister of transport since 2021',
    types: ['human'],
    match: true,
    url: 'https://www.wikidata.org/wiki/Q1',
    known: false,
  },
  {
    id: 'Q2',
    name: 'Jane Example',
    description: 'painter (1890–1961)',
    types: ['human'],
    match: false,
    known: true,
  },
];

const PROBLEMS: ImportProblem[] = [
  { line: 17, message: 'The start “2014s” is no date.', mend: 'Write it as 2014 or 2014-05.' },
  {
    line: 1_204,
    message: 'It ends before it starts: 2016-05-01 to 2015-01-12.',
    mend: 'Look which of the two is right.',
  },
  { line: 20_310, message: 'The row has 4 fields where the first has 5.' },
];

export const QUESTION: ImportNews = {
  kind: 'question',
  question: {
    format: 'Wikidata entities',
    bytes: 4_120_000,
    title: 'Parliament of Norway',
    languages: ['en', 'nb', 'fa'],
  },
};

export const READING: ImportNews = {
  kind: 'progress',
  progress: {
    phase: 'reading',
    bytesRead: 31_400_000,
    bytesTotal: 84_000_000,
    records: 412_300,
    recordsPerSecond: 38_240,
    remainingSeconds: 47,
  },
};

export const INDEXING: ImportNews = {
  kind: 'progress',
  progress: {
    phase: 'indexing',
    bytesRead: 84_000_000,
    bytesTotal: 84_000_000,
    records: 1_102_000,
    recordsPerSecond: 0,
  },
};

export const DONE: ImportNews = {
  kind: 'done',
  summary: {
    pack: { id: 'positions', title: 'Position holders of 69 countries', version: '2022.08.01' },
    added: 412,
    changed: 1_038,
    removed: 0,
    unchanged: 42_525,
    skipped: 12,
    problems: PROBLEMS,
    problemsTotal: 12,
    reportFile: () => new File(['line 17: …\n'], 'positions-problems.txt'),
    seconds: 31.4,
  },
};

export const CANCELLED: ImportNews = {
  kind: 'cancelled',
  kept: 'The fact base is as it was before.',
};

export const FAILED: ImportNews = {
  kind: 'failed',
  failure: {
    message: 'A pack was expected, and this is a web page (HTML).',
    mend: 'Open the address in a tab and look where the file itself is, or try again later.',
    kept: 'Nothing was imported; your packs are as they were.',
  },
};

export const DRAFTS: Readonly<Record<string, Draft>> = {
  article: {
    from: {
      url: 'https://news.example/2024/11/15/talks',
      title: 'Talks in Geneva',
      date: '2024-11-15',
      words: 'Jane Example',
    },
  },
  card: { about: { id: 'Q794', name: { text: 'Iran', lang: 'en' } } },
};

export const RESTORED: BackupSummary = {
  packs: { added: 2, changed: 0, unchanged: 1 },
  entities: { added: 14, changed: 1, unchanged: 6 },
  notes: { added: 3, changed: 0, unchanged: 2 },
  corrections: { added: 0, changed: 0, unchanged: 5 },
  settings: true,
  problems: [],
};

export const SHORTCUTS: readonly Shortcut[] = [
  { name: '_execute_action', description: '', keys: '' },
  { name: 'next-mention', description: 'Go to the next highlighted name', keys: 'Alt+Shift+N' },
  {
    name: 'previous-mention',
    description: 'Go to the previous highlighted name',
    keys: 'Alt+Shift+P',
  },
];
