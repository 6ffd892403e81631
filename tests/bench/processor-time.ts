/**
 * Milliseconds of processor time of this process: what other programs take from a
 * busy machine does not count. For work that waits for nothing.
 */
export function processorTime(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** A shorter measurement would be one of the clock. */
const SHORTEST_MS = 20;
/** Calls before the first that counts: by then everything is compiled. */
const WARM_UP_MS = 300;

/**
 * Processor time of one call of each task, so many times. They are taken in turns,
 * so that a busy moment of the machine slows all of them.
 */
export function timesInTurns(tasks: readonly (() => unknown)[], runs: number): number[][] {
  const repeats = tasks.map((task) => {
    let spent = 0;
    let last = 0;
    while (spent < WARM_UP_MS) {
      last = processorTime(task);
      spent += Math.max(last, 0.001);
    }
    return Math.max(1, Math.ceil(SHORTEST_MS / last));
  });
  const durations = tasks.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    tasks.forEach((task, at) => {
      const times = repeats[at] ?? 1;
      const duration = processorTime(() => {
        for (let time = 0; time < times; time++) task();
      });
      durations[at]?.push(duration / times);
    });
  }
  return durations;
}
