/** What is said of a number of measurements. */
export interface Summary {
  readonly runs: number;
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
}

/** Sums measurements up; the 95th percentile is the nearest rank, so one that was measured. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const { length } = sorted;
  const rank = (place: number): number => sorted[place] ?? Number.NaN;
  return {
    runs: length,
    median: (rank(Math.ceil(length / 2) - 1) + rank(Math.floor(length / 2))) / 2,
    p95: rank(Math.ceil(length * 0.95) - 1),
    min: rank(0),
    max: rank(length - 1),
  };
}

export function median(values: readonly number[]): number {
  return summarise(values).median;
}

/** Milliseconds for a table: as many digits as mean something. */
export function ms(value: number): string {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 1 ? 1 : 3);
}

/** How many times the floor, or "–" where there is no floor to divide by. */
export function times(value: number, floor: number): string {
  const ratio = value / floor;
  return Number.isFinite(ratio) ? `${ratio.toFixed(ratio >= 10 ? 0 : 2)} ×` : '–';
}
