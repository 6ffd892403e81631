/** What is to become a pack. */
export type ImportInput =
  /** Files chosen together. Those of one foreign format become one pack. */
  | { readonly files: readonly File[] }
  | { readonly url: string }
  | { readonly catalogue: string; readonly parameter?: string | undefined }
  /** The newer version of an installed pack that its last check found. */
  | { readonly update: string };

/** An import under way. */
export interface ImportHandle {
  /** Calls back at once with the newest news, if any, and with all that follow, until the returned function is called. */
  watch(listener: (news: ImportNews) => void): () => void;
  /** The answer to a question; the import waits for it. */
  answer(choices: ImportChoices): void;
  /** Stops as soon as it can. The end is news of kind `cancelled`, or `done` when it came too late. */
  cancel(): void;
}

/** `done`, `failed` and `cancelled` are the last of an import. */
export type ImportNews =
  | { readonly kind: 'question'; readonly question: ImportQuestion }
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly summary: ImportSummary }
  | { readonly kind: 'failed'; readonly failure: ImportFailure }
  /** `kept`: what is as it was, in a sentence. */
  | { readonly kind: 'cancelled'; readonly kept: string };

/** A foreign format was recognised: what it does not say of the pack it is to become. */
export interface ImportQuestion {
  /** The format as a reader knows it: "Wikidata entities". */
  readonly format: string;
  /** How much it is, where that is known. */
  readonly bytes?: number | undefined;
  /** The title it would get. */
  readonly title: string;
  /** Languages of names that would be kept, BCP 47, the most wanted first; absent where the format has one only. */
  readonly languages?: readonly string[] | undefined;
}

export interface ImportChoices {
  readonly title: string;
  readonly languages?: readonly string[] | undefined;
}

export type ImportPhase = 'fetching' | 'reading' | 'indexing' | 'switching';

export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly bytesRead: number;
  readonly bytesTotal?: number | undefined;
  readonly records: number;
  readonly recordsPerSecond: number;
  readonly remainingSeconds?: number | undefined;
}

export interface ImportSummary {
  readonly pack: { readonly id: string; readonly title: string; readonly version: string };
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** The first 200. */
  readonly problems: readonly ImportProblem[];
  readonly problemsTotal: number;
  /** How many of them the report has, unless all. */
  readonly problemsReported?: number | undefined;
  /** The problems as a text file, which carries its name. */
  readonly reportFile?: (() => File) | undefined;
  readonly seconds: number;
}

export interface ImportProblem {
  /** Counted from 1; 0 where it belongs to no line. */
  readonly line: number;
  readonly message: string;
  readonly mend?: string | undefined;
}

/** Three sentences: what happened, what to do, what is as it was. */
export interface ImportFailure {
  readonly message: string;
  readonly mend: string;
  readonly kept: string;
  /** An update was asked for, and there is none. */
  readonly nothingNew?: boolean;
}

/** Where an import stands, for the view. */
export type ImportState =
  | { readonly at: 'starting' }
  | { readonly at: 'question'; readonly question: ImportQuestion }
  | { readonly at: 'running'; readonly progress: ImportProgress }
  | { readonly at: 'done'; readonly summary: ImportSummary }
  | { readonly at: 'failed'; readonly failure: ImportFailure }
  | { readonly at: 'cancelled'; readonly kept: string };

/** Whether nothing more will come of it. */
export function isOver(state: ImportState): boolean {
  return state.at === 'done' || state.at === 'failed' || state.at === 'cancelled';
}

/** The state that news lead to. What comes after the end is no news. */
export function afterNews(state: ImportState, news: ImportNews): ImportState {
  if (isOver(state)) return state;
  switch (news.kind) {
    case 'question':
      return { at: 'question', question: news.question };
    case 'progress':
      return { at: 'running', progress: news.progress };
    case 'done':
      return { at: 'done', summary: news.summary };
    case 'failed':
      return { at: 'failed', failure: news.failure };
    case 'cancelled':
      return { at: 'cancelled', kept: news.kept };
  }
}

/** How far it is, from 0 to 1; undefined where that cannot be told. */
export function portionDone({ phase, bytesRead, bytesTotal }: ImportProgress): number | undefined {
  if (bytesTotal === undefined || bytesTotal <= 0) return undefined;
  if (phase === 'indexing' || phase === 'switching') return undefined;
  return Math.min(1, Math.max(0, bytesRead / bytesTotal));
}
