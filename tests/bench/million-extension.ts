import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import * as v from 'valibot';
import type { BrowserKind } from '../../cli/browsers.mjs';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';

/** The page of the extension that installs the pack, and the name of its worker's script. */
export const BENCH_PAGE = 'bench.html';
export const STEPS_SCRIPT = 'million-steps.js';

const PAGE_SCRIPT = 'million-page.js';
const TAB_SCRIPT = 'million-tab.js';

const ManifestSchema = v.looseObject({ content_scripts: v.array(v.unknown()) });

/**
 * Starts a browser of its own with the built extension, to which two things are
 * added: a page that installs a pack with the extension's own store, and a content
 * script that asks the worker what a page would ask. Worker and content script of
 * the extension are as they were built.
 */
export async function launchWithProbe(
  browser: BrowserKind,
  built: string,
): Promise<ExtensionSession> {
  const folder = `${built}-with-probe`;
  await cp(built, folder, { recursive: true });
  await build({
    entryPoints: [PAGE_SCRIPT, TAB_SCRIPT, STEPS_SCRIPT].map((file) =>
      path.join(import.meta.dirname, file.replace(/\.js$/, '.ts')),
    ),
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2023',
    logLevel: 'error',
  });
  await writeFile(
    path.join(folder, BENCH_PAGE),
    `<!doctype html><meta charset="utf-8"><title>Bench</title><script src="${PAGE_SCRIPT}"></script>`,
  );
  const manifestFile = path.join(folder, 'manifest.json');
  const manifest = v.parse(ManifestSchema, JSON.parse(await readFile(manifestFile, 'utf8')));
  manifest.content_scripts.push({ matches: ['http://127.0.0.1/*'], js: [TAB_SCRIPT] });
  await writeFile(manifestFile, JSON.stringify(manifest));
  return launchWithExtension({ browser, extensionDir: folder });
}
