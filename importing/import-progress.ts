import type { ImportPhase } from '../store/import-pack.ts';
import type { JobProgress } from './import-job.ts';

/** Between two pieces of news, in milliseconds: often enough to see it move. */
const NEWS_EVERY_MS = 250;

/** Counts what goes through an import and tells of it now and then. */
export class ProgressMeter {
  /** Of all files, where that is known. */
  bytesTotal: number | undefined;
  #bytesRead = 0;
  #toldAt = 0;
  /** When the first records had come, and how many they were: the rate counts from there. */
  #began: { readonly at: number; readonly records: number } | undefined;
  readonly #tell: (progress: JobProgress) => void;
  readonly #now: () => number;

  /** @param now - a clock in milliseconds */
  constructor(tell: (progress: JobProgress) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
  }

  /** A stream whose bytes are counted. */
  counted(bytes: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    return bytes.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          this.#bytesRead += chunk.length;
          controller.enqueue(chunk);
        },
      }),
    );
  }

  tell(phase: ImportPhase | 'fetching', records: number): void {
    const now = this.#now();
    if (phase === 'reading') {
      this.#began ??= { at: now, records };
      if (now - this.#toldAt < NEWS_EVERY_MS) return;
    }
    this.#toldAt = now;
    const { at, records: before } = this.#began ?? { at: now, records };
    const seconds = (now - at) / 1_000;
    const share = this.bytesTotal ? this.#bytesRead / this.bytesTotal : 0;
    this.#tell({
      phase: phase === 'comparing' ? 'switching' : phase,
      bytesRead: this.#bytesRead,
      ...(this.bytesTotal !== undefined && { bytesTotal: this.bytesTotal }),
      records,
      recordsPerSecond: seconds > 0 ? (records - before) / seconds : 0,
      ...(phase === 'reading' &&
        share > 0 && { remainingSeconds: Math.max(0, (seconds * (1 - share)) / share) }),
    });
  }
}
