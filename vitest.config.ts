import { defineConfig } from 'vitest/config';

/** Browsers need seconds to start on a small machine, and a page with 200,000 nodes needs some too. */
const BROWSER_TIMEOUT_MS = 120_000;

/** Some tests start processes, or read hundreds of saved pages: minutes where others work too. */
const UNIT_TIMEOUT_MS = 60_000;

/** End-to-end tests of the extension's own pages: none of them waits for the dwell of a card. */
const OWN_PAGES = [
  'look-up',
  'surfaces',
  'packs-page',
  'pack-updates',
  'second-profile',
  'reference-accessible',
].map((name) => `tests/e2e/${name}.test.ts`);

/** More browsers at a time only wait for one another. */
const BROWSER_WORKERS = 2;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
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
          maxWorkers: BROWSER_WORKERS,
          // The files of a worker share its browsers: see tests/browser/shared-browsers.ts.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: OWN_PAGES,
          globalSetup: 'tests/e2e/build.ts',
          testTimeout: BROWSER_TIMEOUT_MS,
          hookTimeout: BROWSER_TIMEOUT_MS,
          // The dwell and grace of the card are real time: one file at a time has the machine.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e-pages',
          include: OWN_PAGES,
          globalSetup: 'tests/e2e/build.ts',
          testTimeout: BROWSER_TIMEOUT_MS,
          hookTimeout: BROWSER_TIMEOUT_MS,
          maxWorkers: BROWSER_WORKERS,
          // After the others, which are to have the machine.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
