import { hostOf, pageKey } from '../facts/settings.ts';
import type { PageReport } from '../messages/tab-operations.ts';

/** A page as the popup shows it: its frames' reports in one. */
export interface PageSummary {
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly reading: boolean;
  readonly decision: PageReport['decision'];
  readonly date: PageReport['date'];
  /** How often each entity is named, over all frames. */
  readonly mentions: ReadonlyMap<string, number>;
  /** Who is named in the viewport of a frame. */
  readonly inView: ReadonlySet<string>;
  /** The frame to go to for an entity's mentions: the top one where it has any. */
  readonly frameOf: ReadonlyMap<string, string>;
  /** The frame whose address, date and decision these are. */
  readonly frame: string;
}

/**
 * Keeps the newest report of each frame. When the top frame's address changes,
 * the frames of the page before go with it.
 */
export function withReport(
  reports: readonly PageReport[],
  newest: PageReport,
): readonly PageReport[] {
  const before = reports.find(({ top }) => top);
  const left = newest.top && before && pageKey(before.url) !== pageKey(newest.url);
  const kept = left ? [] : reports.filter(({ frame }) => frame !== newest.frame);
  return [...kept, newest];
}

/** Merges the frames: address, date and decision are the top frame's, mentions are added up. */
export function summarise(reports: readonly PageReport[]): PageSummary | undefined {
  const main = reports.find(({ top }) => top) ?? reports[0];
  if (!main) return undefined;
  const mentions = new Map<string, number>();
  const frameOf = new Map<string, string>();
  for (const { entities, frame } of [main, ...reports.filter((report) => report !== main)]) {
    for (const entity of entities) {
      mentions.set(entity.id, (mentions.get(entity.id) ?? 0) + entity.mentions);
      if (!frameOf.has(entity.id)) frameOf.set(entity.id, frame);
    }
  }
  const inView = new Set(reports.flatMap((report) => report.inView ?? []));
  const { url, title, reading, decision, date, frame } = main;
  const host = hostOf(url);
  return { url, host, title, reading, decision, date, mentions, inView, frameOf, frame };
}
