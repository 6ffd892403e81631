/** What the tests of imports put into a page. */
import { checkPack } from '../../../importing/check-for-update.ts';
import { noteUpdate, packsDue } from '../../../importing/due-updates.ts';
import type { ImportInput, JobProgress } from '../../../importing/import-job.ts';
import { runImport } from '../../../importing/run-import.ts';
import { PoliteFetch } from '../../../network/polite-fetch.ts';
import type { CatalogueEntry } from '../../../packs/catalogue/catalogue.ts';
import { type FactBase, type Origin, openFactBase } from '../../../store/database.ts';
import { changeOrigin, installedPacks, removePack, rollBack } from '../../../store/packs.ts';
import { readPackLines } from '../../../store/read-pack-lines.ts';
import { TestClock } from '../../unit/network/test-clock.ts';
import { allRows, deleteBase } from '../store/raw-base.ts';
import { badFile } from './bad-files.ts';

export const TODAY = '2026-11-23';
/** How long the loopback server may send nothing, in milliseconds. */
const SILENCE_MS = 1_000;

export function open(): Promise<FactBase> {
  return openFactBase(() => {});
}

/** A fetcher that does not wait between its tries. */
export function polite(silenceMs = SILENCE_MS): PoliteFetch {
  return new PoliteFetch({
    version: '1',
    clock: new TestClock(),
    tries: 3,
    pauseMs: 0,
    silenceMs,
  });
}

/** A catalogue of a query and a dataset, both on the loopback server. */
export function catalogueAt(origin: string): CatalogueEntry[] {
  const shared = {
    holds: 'People.',
    licence: 'CC0-1.0',
    publisher: 'OpenSanctions',
    homepage: 'https://www.example.org/',
    date: 'Now',
  };
  return [
    {
      ...shared,
      id: 'people',
      title: 'People',
      choose: 'country',
      fetch: {
        kind: 'sparql',
        endpoint: `${origin}/sparql`,
        items: 'person',
        query: ({ languages, country }) => `SELECT # ${country} ${languages.join(' ')}`,
      },
    },
    {
      ...shared,
      id: 'listed',
      title: 'Listed people',
      fetch: {
        kind: 'file',
        url: `${origin}/entities.ftm.json`,
        format: 'followthemoney',
        versionIndex: `${origin}/index.json`,
      },
    },
  ];
}

/** What came of an import, so that it can leave the page. */
export interface Outcome {
  readonly summary?: {
    readonly pack: string;
    readonly version: string;
    readonly counts: { readonly entities: number; readonly facts: number };
    readonly changes: unknown;
    readonly problems: readonly string[];
  };
  readonly error?: { readonly name: string; readonly message: string; readonly mend: string };
  readonly news: readonly JobProgress[];
  /** The titles that were offered in questions. */
  readonly questions: readonly string[];
}

export interface Choices {
  readonly title?: string;
  readonly chosenLanguages?: readonly string[];
  readonly languages?: readonly string[];
  readonly today?: string;
  /** How long a server may send nothing. */
  readonly silenceMs?: number | undefined;
  readonly signal?: AbortSignal;
  readonly onNews?: (progress: JobProgress) => void;
  readonly onQuestion?: () => Promise<unknown>;
}

/** Imports something with the extension's own code, and closes the base. */
export async function importing(
  input: ImportInput,
  {
    title,
    chosenLanguages,
    languages = ['en'],
    today = TODAY,
    silenceMs,
    signal = new AbortController().signal,
    onNews,
    onQuestion,
  }: Choices = {},
): Promise<Outcome> {
  const base = await open();
  const news: JobProgress[] = [];
  const questions: string[] = [];
  try {
    const { header, counts, changes, problems } = await runImport(input, {
      base,
      polite: polite(silenceMs),
      today,
      languages,
      signal,
      catalogue: catalogueAt(location.origin),
      ask: async (question) => {
        questions.push(question.title);
        await onQuestion?.();
        return {
          title: title ?? question.title,
          ...(chosenLanguages && { languages: [...chosenLanguages] }),
        };
      },
      tell: (progress) => {
        news.push(progress);
        onNews?.(progress);
      },
    });
    const { entities, facts } = counts;
    const told = problems.map(({ line, message }) => `${line}: ${message}`);
    const { id: pack, version } = header;
    const summary = { pack, version, counts: { entities, facts }, changes, problems: told };
    return { summary, news, questions };
  } catch (error) {
    const { name, message, mend = '' } = error as Error & { readonly mend?: string };
    return { error: { name, message, mend }, news, questions };
  } finally {
    base.close();
  }
}

/** Imports a text as a file of its own. */
export function importText(
  name: string,
  text: string | readonly string[],
  choices?: Choices,
): Promise<Outcome> {
  const whole = typeof text === 'string' ? text : `${text.join('\n')}\n`;
  return importing({ files: [new File([whole], name)] }, choices);
}

/** Begins an import and cancels it so many turns of the event loop after it tells of a phase. */
export async function cancelled(
  input: ImportInput,
  phase: JobProgress['phase'],
  turns: number,
): Promise<Outcome> {
  const cancelling = new AbortController();
  const cancel = async () => {
    const channel = new MessageChannel();
    for (let turn = 0; turn < turns; turn++) {
      await new Promise<unknown>((resolve) => {
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(turn);
      });
    }
    channel.port1.close();
    cancelling.abort(new DOMException('Cancelled.', 'AbortError'));
  };
  let isTold = false;
  return importing(input, {
    signal: cancelling.signal,
    onNews: (news) => {
      if (isTold || news.phase !== phase) return;
      isTold = true;
      void cancel();
    },
  });
}

/** All that is in the base, as one text; two that are equal are of equal bases. */
export async function snapshot(): Promise<string> {
  return JSON.stringify(await allRows());
}

/** The records of an installed pack, in an order of their own. */
export async function recordsOf(pack: string): Promise<string[]> {
  const base = await open();
  const row = await base.get('packs', pack);
  const lines: string[] = [];
  if (row)
    for await (const some of readPackLines(base, row)) for (const line of some) lines.push(line);
  base.close();
  return lines.sort();
}

/** Uses the base and closes it. */
export async function withBase<T>(use: (base: FactBase) => Promise<T>): Promise<T> {
  const base = await open();
  try {
    return await use(base);
  } finally {
    base.close();
  }
}

/** The rows of the installed packs, with what is stored of where each comes from. */
export function packRows() {
  return withBase(installedPacks);
}

export function remove(pack: string): Promise<void> {
  return withBase((base) => removePack(base, pack));
}

/** Checks a pack for a newer version, and gives what is noted and what was thrown. */
export function checking(pack: string, today = TODAY) {
  return withBase(async (base) => {
    const [thrown] = await Promise.allSettled([
      checkPack(base, polite(), pack, today, catalogueAt(location.origin)),
    ]);
    const row = await base.get('packs', pack);
    return {
      origin: row?.origin,
      error: thrown.status === 'rejected' ? String(thrown.reason.message) : undefined,
    };
  });
}

/** Puts something in the place of what is known of where a pack comes from. */
export function setOrigin(pack: string, origin: Origin): Promise<void> {
  return withBase((base) => changeOrigin(base, pack, () => origin));
}

export function due(now: number): Promise<readonly string[]> {
  return withBase((base) => packsDue(base, now));
}

export function noting(pack: string, problem: string | undefined): Promise<void> {
  return withBase((base) => noteUpdate(base, pack, problem));
}

export function goBack(pack: string): Promise<void> {
  return withBase((base) => rollBack(base, pack));
}

export { badFile, deleteBase };
