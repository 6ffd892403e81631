import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { BYTE_BUDGETS } from '../../cli/byte-budgets.ts';
import { textTable } from '../../cli/text-table.ts';

const ManifestSchema = v.object({
  background: v.object({
    service_worker: v.optional(v.string()),
    scripts: v.optional(v.array(v.string()), []),
  }),
  action: v.optional(v.object({ default_popup: v.optional(v.string()) })),
});

/** Sizes of the built extension by who loads them, gzipped with the strongest setting. */
export function bytesBench(folder: string): string {
  const manifest = v.parse(
    ManifestSchema,
    JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')),
  );
  const { background, action } = manifest;
  const worker = [background.service_worker, ...background.scripts].filter(
    (each) => each !== undefined,
  );
  const popup = action?.default_popup;
  const packs = existsSync(path.join(folder, 'packs'))
    ? readdirSync(path.join(folder, 'packs')).map((name) => path.join('packs', name))
    : [];
  const groups: readonly (readonly [string, readonly string[], number?])[] = [
    ...BYTE_BUDGETS.map(({ surface, files, bytes }) => [surface, files, bytes] as const),
    ['the popup with all that it may load', popup ? withImports(folder, [popup]) : []],
    ['the background', withImports(folder, worker)],
    ['the packs', packs],
  ];
  const rows = groups.flatMap(([title, files, budget]) => [
    row(title, sizes(folder, files), budget),
    ...files.map((file) => row(`  ${file}`, sizes(folder, [file]))),
  ]);
  return textTable(
    [
      { title: 'loaded by', width: 50 },
      { title: 'bytes', align: 'right' },
      { title: 'gzip -9', align: 'right' },
      { title: 'of its budget', align: 'right' },
    ],
    rows,
  );
}

interface Size {
  readonly raw: number;
  readonly gzipped: number;
}

/** Files are fetched one by one, so each is compressed by itself. */
function sizes(folder: string, files: readonly string[]): Size {
  let raw = 0;
  let gzipped = 0;
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file));
    raw += bytes.length;
    gzipped += gzipSync(bytes, { level: 9 }).length;
  }
  return { raw, gzipped };
}

function row(title: string, { raw, gzipped }: Size, budget?: number): string[] {
  const share = budget === undefined ? '' : `${((gzipped / budget) * 100).toFixed(1)} %`;
  return [title, raw.toLocaleString('en'), gzipped.toLocaleString('en'), share];
}

/** What a file loads besides itself: a page's scripts and styles, a module's imports. */
const LOADED = /(?:src|href)="\/?([^"#:]+\.(?:js|css))"|(?:from|import)\s*["']([^"']+\.js)["']/g;

function withImports(folder: string, files: readonly string[]): string[] {
  const found = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (found.has(file) || !existsSync(path.join(folder, file))) continue;
    found.add(file);
    for (const [, absolute, relative] of readFileSync(path.join(folder, file), 'utf8').matchAll(
      LOADED,
    )) {
      if (absolute !== undefined) waiting.push(absolute);
      if (relative !== undefined) waiting.push(path.join(path.dirname(file), relative));
    }
  }
  return [...found];
}
