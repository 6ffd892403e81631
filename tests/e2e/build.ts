import { buildExtension } from '../../cli/build-extension.ts';

/** Set once this process has built: two projects of tests share what was built. */
const BUILT = 'BACKGROUNDER_TESTS_BUILT';

/** Vitest runs this once before the end-to-end tests of each project. */
export async function setup(): Promise<void> {
  if (process.env[BUILT] !== undefined) return;
  process.env[BUILT] = 'yes';
  // One after the other: each build uses all cores.
  await buildExtension('chromium');
  await buildExtension('firefox');
}
