import type { Backend, PageNews } from '../../../extension/backend.ts';
import type { Context, EntityRow } from '../../../facts/card.ts';
import { type Settings, withPatch } from '../../../facts/settings.ts';
import { withSiteRule } from '../../../facts/sites.ts';
import type { Params, Result } from '../../../messages/channel.ts';
import type { Operations } from '../../../messages/operations.ts';
import type { PageReport } from '../../../messages/tab-operations.ts';
import { MUSK } from './sample-cards.ts';
import { CONTEXT, ROWS } from './sample-context.ts';

export interface FakeOptions {
  /** What differs from a New York Times article that is read. */
  report?: Partial<PageReport>;
  page?: 'here' | 'unreachable' | 'none';
  /** The address of a page that cannot be reached. */
  url?: string;
  settings?: Settings;
  entity?: string;
  /** Look-ups are answered once this has come. */
  held?: Promise<void>;
  /** The worker's answer breaks a view. */
  broken?: boolean;
  /** What differs from a context with all that it can have. */
  context?: Partial<Context>;
  /** The worker keeps no dates. */
  unsaved?: boolean;
  /** What was looked up last. */
  recent?: readonly EntityRow[];
  /** The worker does not answer. */
  failing?: boolean;
}

const PUBLISHED: PageReport['date'] = {
  iso: '2024-11-14',
  method: 'meta',
  confidence: 0.97,
  reasons: [
    'Its metadata (article:published_time) says 2024-11-14.',
    'The page’s address agrees.',
    'It was last changed on 2024-11-16, as it says.',
  ],
  modified: '2024-11-16',
};

const REPORT: PageReport = {
  url: 'https://www.nytimes.com/2024/11/14/world/middleeast/elon-musk-iran-trump.html',
  top: true,
  frame: 'top',
  title: 'Elon Musk Met With Iran’s U.N. Ambassador, Iranian Officials Say',
  reading: true,
  decision: 'article-markup',
  date: PUBLISHED,
  entities: ROWS.map(({ id, kind }, index) => ({ id, kind, mentions: 12 - index })),
};

/** A worker and a page without a browser; what it is asked goes to `calls`. */
export function fakeBackend(options: FakeOptions, calls: string[]): Backend {
  let listener: (news: PageNews) => void = () => {};
  let report = { ...REPORT, ...options.report };
  let settings: Settings = options.settings ?? { highlighting: true, sitesOff: [], overrules: [] };
  const worker: {
    [K in keyof Operations]?: (params: Params<Operations, K>) => Result<Operations, K>;
  } = {
    lookup: ({ query, limit, kinds = [] }) => ({
      rows: ROWS.filter(({ name }) => name.text.toLowerCase().includes(query.toLowerCase()))
        .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
        .slice(0, limit),
    }),
    card: ({ entity, facts }) => {
      if (entity === 'nobody') return {};
      const row = ROWS.find(({ id }) => id === entity);
      return {
        card: {
          ...MUSK,
          id: entity,
          ...(row ? { name: row.name, kind: row.kind } : {}),
          facts: MUSK.facts.slice(0, facts),
        },
      };
    },
    context: ({ entities }) => ({
      ...CONTEXT,
      ...options.context,
      entities: ROWS.filter(({ id }) => entities.includes(id)),
    }),
    correctDate: ({ date }) => {
      const own = options.report && 'date' in options.report ? options.report.date : PUBLISHED;
      const corrected = date && {
        iso: date,
        method: 'reader' as const,
        confidence: 1,
        reasons: [],
      };
      report = { ...report, date: corrected || own };
      listener({ kind: 'report', report });
      return settings;
    },
    citation: ({ source, as }) => ({ text: `${source} as ${as}` }),
    settings: () => settings,
    status: () => ({ startedAt: 0, packs: [] }),
    highlighting: ({ on, host }) => {
      const others = settings.sitesOff.filter((site) => site !== host);
      settings =
        host === undefined
          ? { ...settings, highlighting: on }
          : { ...settings, sitesOff: on ? others : [...others, host] };
      return settings;
    },
    siteRule: ({ host, rule, only }) => {
      settings = withSiteRule(settings, host, rule);
      if (only !== undefined) settings = withPatch(settings, { where: only ? 'my-sites' : null });
      return settings;
    },
    overrule: ({ entity, scope, undo }) => {
      const others = settings.overrules.filter(
        (rule) => rule.entity !== entity || JSON.stringify(rule.scope) !== JSON.stringify(scope),
      );
      settings = { ...settings, overrules: undo ? others : [...others, { entity, scope }] };
      return settings;
    },
  };
  let recent = options.recent ?? [];
  return {
    recent: {
      read: async () => recent,
      async add(row) {
        recent = [row, ...recent.filter(({ id }) => id !== row.id)];
        return recent;
      },
      async clear() {
        recent = [];
        calls.push('clear recent');
      },
    },
    async ask(op, params) {
      calls.push(`${op} ${JSON.stringify(params)}`);
      const answer = worker[op];
      if (options.failing || (options.unsaved && op === 'correctDate') || !answer)
        throw new Error(`"${op}" was not answered`);
      if (options.broken && op === 'context') return { entities: null } as never;
      if (op === 'lookup') await options.held;
      return answer(params);
    },
    page:
      options.page === 'none'
        ? undefined
        : {
            watch(listening) {
              listener = listening;
              listener(
                options.page === 'unreachable'
                  ? { kind: 'unreachable', url: options.url }
                  : { kind: 'report', report },
              );
              return () => {};
            },
            async annotate() {
              calls.push('annotate');
            },
            async reload() {
              calls.push('reload');
            },
            async goTo() {
              throw new Error('the popup goes nowhere');
            },
            async text() {
              throw new Error('the popup reads no text');
            },
          },
  };
}
