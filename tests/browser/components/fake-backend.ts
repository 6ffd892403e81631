import type { Backend, PageNews } from '../../../entrypoints/popup/backend.ts';
import type { Settings } from '../../../facts/settings.ts';
import type { Operations, PageReport, Params, Result } from '../../../messages.ts';
import { CONTEXT, MUSK, ROWS } from './sample-cards.ts';

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
  /** The worker does not answer. */
  failing?: boolean;
}

const REPORT: PageReport = {
  url: 'https://www.nytimes.com/2024/11/14/world/middleeast/elon-musk-iran-trump.html',
  top: true,
  frame: 'top',
  title: 'Elon Musk Met With Iran’s U.N. Ambassador, Iranian Officials Say',
  reading: true,
  decision: 'article-markup',
  date: { iso: '2024-11-14', method: 'json-ld', confidence: 0.97, reasons: [] },
  entities: ROWS.map(({ id, kind }, index) => ({ id, kind, mentions: 12 - index })),
};

/** A worker and a page without a browser; what it is asked goes to `calls`. */
export function fakeBackend(options: FakeOptions, calls: string[]): Backend {
  let settings: Settings = options.settings ?? { highlighting: true, sitesOff: [], overrules: [] };
  const worker: {
    [K in keyof Operations]?: (params: Params<Operations, K>) => Result<Operations, K>;
  } = {
    lookup: ({ query, limit }) => ({
      rows: ROWS.filter(({ name }) => name.text.toLowerCase().includes(query.toLowerCase())).slice(
        0,
        limit,
      ),
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
      entities: ROWS.filter(({ id }) => entities.includes(id)),
    }),
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
    overrule: ({ entity, scope, undo }) => {
      const others = settings.overrules.filter(
        (rule) => rule.entity !== entity || JSON.stringify(rule.scope) !== JSON.stringify(scope),
      );
      settings = { ...settings, overrules: undo ? others : [...others, { entity, scope }] };
      return settings;
    },
  };
  return {
    async ask(op, params) {
      calls.push(`${op} ${JSON.stringify(params)}`);
      const answer = worker[op];
      if (options.failing || !answer) throw new Error(`"${op}" was not answered`);
      if (options.broken && op === 'context') return { entities: null } as never;
      if (op === 'lookup') await options.held;
      return answer(params);
    },
    page:
      options.page === 'none'
        ? undefined
        : {
            watch(listener: (news: PageNews) => void) {
              listener(
                options.page === 'unreachable'
                  ? { kind: 'unreachable', url: options.url }
                  : { kind: 'report', report: { ...REPORT, ...options.report } as PageReport },
              );
              return () => {};
            },
            async annotate() {
              calls.push('annotate');
            },
            async reload() {
              calls.push('reload');
            },
          },
  };
}
