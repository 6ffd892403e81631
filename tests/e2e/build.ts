import { buildExtension } from '../../cli/build-extension.ts';

/** Vitest runs this once before the end-to-end tests. */
export async function setup(): Promise<void> {
  // One after the other: each build uses all cores.
  await buildExtension('chromium');
  await buildExtension('firefox');
}
