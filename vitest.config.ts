import { defineConfig } from 'vitest/config';

/** Browsers need seconds to start on a small machine, and a page with 200,000 nodes needs some too. */
const BROWSER_TIMEOUT_MS = 120_000;

/** Some tests start processes, or read hundreds of saved pages: minutes where others work too. */
const UNIT_TIMEOUT_MS = 60_000;

/** End-to-end tests that start four browsers, or wait for the dwell of a hundred cards. */
const ALONE = ['corpus', 'article'].map((name) => `tests/e2e/${name}.test.ts`);

/** More at a time only wait for one another. */
const WORKERS = 2;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          maxWorkers: WORKERS,
          // Starting over for each of 140 files takes longer than what they test.
          isolate: false,
          testTimeout: UNIT_TIMEOUT_MS,
          hookTimeout: UNIT_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: BROWSER_TIMEOUT_MS,
          hookTimeout: BROWSER_TIMEOUT_MS,
          maxWorkers: WORKERS,
          // The files of a worker share its browsers: see tests/browser/shared-browsers.ts.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ALONE,
          globalSetup: 'tests/e2e/build.ts',
          testTimeout: BROWSER_TIMEOUT_MS,
          hookTimeout: BROWSER_TIMEOUT_MS,
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          name: 'e2e-alone',
          include: ALONE,
          globalSetup: 'tests/e2e/build.ts',
          testTimeout: BROWSER_TIMEOUT_MS,
          hookTimeout: BROWSER_TIMEOUT_MS,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
