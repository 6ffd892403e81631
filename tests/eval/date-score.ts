/** A day that was found on a page, beside the gold day; null where there is none. */
export interface DateFinding {
  readonly gold: string | null;
  readonly found: string | null;
  readonly method?: string;
  readonly confidence?: number;
}

/** How findings do: right is the exact day, or none on a page without one; unknown is none where there is one. */
export interface DateScore {
  readonly pages: number;
  readonly right: number;
  readonly wrong: number;
  readonly unknown: number;
}

/** Counts findings. */
export function scoreDates(findings: readonly DateFinding[]): DateScore {
  const right = findings.filter(({ gold, found }) => gold === found).length;
  const wrong = findings.filter(({ gold, found }) => found !== null && gold !== found).length;
  return { pages: findings.length, right, wrong, unknown: findings.length - right - wrong };
}

/** Findings by what found them, those of nothing under "none"; in the order of how many there are. */
export function byMethod(findings: readonly DateFinding[]): [string, DateScore][] {
  const methods = new Set(findings.map(({ method = 'none' }) => method));
  return [...methods]
    .map((one): [string, DateScore] => [
      one,
      scoreDates(findings.filter(({ method = 'none' }) => method === one)),
    ])
    .sort(([, a], [, b]) => b.pages - a.pages);
}

/** How sure findings are in a range of confidence, and how often they are right. */
export interface Calibration {
  /** Least confidence of the range. */
  readonly from: number;
  readonly answers: number;
  readonly meanConfidence: number;
  readonly shareRight: number;
}

const RANGES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

/** Compares confidence with what turned out right, range by range; of those with answers. */
export function calibration(findings: readonly DateFinding[]): Calibration[] {
  return RANGES.flatMap((from, at) => {
    const to = RANGES[at + 1] ?? Number.POSITIVE_INFINITY;
    const some = findings.filter(
      ({ found, confidence = 0 }) => found !== null && confidence >= from && confidence < to,
    );
    if (some.length === 0) return [];
    const sum = some.reduce((total, { confidence = 0 }) => total + confidence, 0);
    const { right } = scoreDates(some);
    const { length: answers } = some;
    return [{ from, answers, meanConfidence: sum / answers, shareRight: right / answers }];
  });
}
