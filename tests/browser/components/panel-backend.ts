import type { Follow } from '../../../entrypoints/sidepanel/app.tsx';
import type { PageNews } from '../../../extension/backend.ts';
import type { Ask } from '../../../messages/ask.ts';
import type { Result } from '../../../messages/channel.ts';
import type { Operations } from '../../../messages/operations.ts';
import { type FakeOptions, fakeBackend } from './fake-backend.ts';

export interface PanelOptions extends FakeOptions {
  notes?: Result<Operations, 'pageNotes'>['notes'];
  unknown?: Result<Operations, 'unknownNames'>;
  /** The page does not answer when it is asked to go to a mention. */
  stuck?: boolean;
  /** Notes cannot be kept. */
  unkept?: boolean;
}

/** How often each entity is named, as the page counts. */
const MENTIONS = 3;

/** The panel's worker and page without a browser; what they are asked goes to `calls`. */
export function panelBackend(
  options: PanelOptions,
  calls: string[],
): { readonly ask: Ask; readonly follow: Follow } {
  const fake = fakeBackend(options, calls);
  let notes = options.notes ?? [];
  let at = 0;
  const own: Partial<Record<keyof Operations, (params: never) => unknown>> = {
    pageNotes: () => ({ notes }),
    unknownNames: () => options.unknown ?? { names: [], hasCapitals: true },
    lookUpName: () => ({}),
    addNote: ({ text }: { text: string }) => {
      if (options.unkept) throw new Error('"addNote" was not answered');
      notes = [
        { id: String(notes.length), text, changed: '2026-11-23T10:00:00.000Z', here: true },
        ...notes,
      ];
      return {};
    },
  };
  const ask: Ask = async (op, params) => {
    const answer = own[op];
    if (!answer || options.failing) return fake.ask(op, params);
    calls.push(`${op} ${JSON.stringify(params)}`);
    return answer(params as never) as never;
  };
  const { page } = fake;
  const link = page && {
    ...page,
    // The page is scrolled when a test says so, with who is in view then.
    watch(listener: (news: PageNews) => void) {
      let last: PageNews | undefined;
      const scrolled = (event: Event) => {
        if (last?.kind !== 'report' || !(event instanceof CustomEvent)) return;
        listener({ kind: 'report', report: { ...last.report, inView: event.detail } });
      };
      addEventListener('gallery-scroll', scrolled);
      const stop = page.watch((news) => {
        last = news;
        listener(news);
      });
      return () => {
        removeEventListener('gallery-scroll', scrolled);
        stop();
      };
    },
    async goTo(_frame: string, entity: string, direction: 1 | -1) {
      calls.push(`goTo ${entity} ${direction}`);
      if (options.stuck) throw new Error('"goTo" was not answered');
      at = ((at - 1 + direction + MENTIONS) % MENTIONS) + 1;
      return { at, of: MENTIONS };
    },
    text: async () => ({ language: 'en', segments: ['Some text.'] }),
  };
  return {
    ask,
    follow: (listener) => {
      listener({ key: 'tab', link });
      return () => {};
    },
  };
}
