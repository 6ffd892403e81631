/**
 * `npm run bench`: measures Backgrounder in real browsers and in Node, side by side
 * with what it could be compared to, and prints tables. It asserts nothing: times belong to
 * the machine they were measured on.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserKind, findBrowser } from '../../cli/browsers.mjs';
import { buildExtension, extensionFolder } from '../../cli/build-extension.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { annotateBench } from './annotate-bench.ts';
import { builtInPack } from './built-in-pack.ts';
import { bytesBench } from './bytes-bench.ts';
import { cardBench } from './card-bench.ts';
import { cardsBench } from './cards-bench.ts';
import { datesBench } from './dates-bench.ts';
import { importBench } from './import-bench.ts';
import { linkerBench } from './linker-bench.ts';
import { matcherBench } from './matcher-bench.ts';
import { millionBench } from './million-bench.ts';
import { openBench } from './open-bench.ts';
import { type BenchName, type BenchOptions, readOptions, USAGE, UsageError } from './options.ts';
import { pageScript } from './page-script.ts';
import { paintBench } from './paint-bench.ts';
import { pathsBench } from './paths-bench.ts';
import { picturesBench } from './pictures-bench.ts';
import { searchBench } from './search-bench.ts';
import { workBench } from './work-bench.ts';

const TITLES: Readonly<Record<BenchName, string>> = {
  bytes: 'Bytes',
  linker: 'Linker in Node (processor time)',
  matcher: 'Matcher beside other matchers in Node (processor time)',
  paint: 'From page idle to painted highlights (ms, wall clock)',
  card: 'From the end of the dwell to the painted card (ms, wall clock)',
  cards: 'Cards made of their facts in a worker (ms, wall clock)',
  work: 'Main-thread work in the tab (ms of processor time, Chromium)',
  dates: 'Finding the day of publication in Chromium (ms, wall clock)',
  annotate: 'The annotate command: throughput, and memory early and late',
  open: 'Popup and reference opened (ms, wall clock)',
  search: 'Looking things up',
  import: 'Packs imported through the packs page',
  paths: 'Chains of facts between two entities (ms, wall clock)',
  pictures: 'Pictures: bytes, and graphs laid out (ms, wall clock)',
  million: 'Very many names in the extension, from text read to mentions back (ms, wall clock)',
};

/** What is measured in which browser. */
const IN_BROWSERS: Readonly<Record<BrowserKind, readonly BenchName[]>> = {
  chromium: ['paint', 'card', 'work'],
  firefox: ['paint', 'card'],
};

/** These need no extension, so none is built when nothing else is wanted. */
const WITHOUT_EXTENSION: readonly BenchName[] = ['linker', 'matcher', 'cards', 'dates', 'pictures'];

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const needsExtension = [...options.only].some((name) => !WITHOUT_EXTENSION.includes(name));
  const kinds = (needsExtension ? (['chromium', 'firefox'] as const) : []).filter((kind) => {
    const found = findBrowser(kind) !== undefined;
    if (!found) console.log(`There is no ${kind}: it is left out.`);
    return found;
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'backgrounder-bench-'));
  const sessions: ExtensionSession[] = [];
  const start = performance.now();
  try {
    const extensions = await extensionsIn(folder, kinds, options.build);
    for (const [browser, extensionDir] of extensions) {
      const isUsed = IN_BROWSERS[browser].some((name) => options.only.has(name));
      if (isUsed) sessions.push(await launchWithExtension({ browser, extensionDir }));
    }
    await runAll(options, extensions, sessions);
  } finally {
    await Promise.allSettled(sessions.map((session) => session.close()));
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`\nTook ${seconds(start)} s. ${machine()}`);
}

async function runAll(
  { only, runs, names, entities, peers }: BenchOptions,
  extensions: ReadonlyMap<BrowserKind, string>,
  sessions: readonly ExtensionSession[],
): Promise<void> {
  const pack = builtInPack();
  const prepare = await pageScript();
  const chromium = sessions.find(({ kind }) => kind === 'chromium');
  const parts: Readonly<Record<BenchName, () => Promise<string> | string>> = {
    bytes: () =>
      [...extensions].map(([kind, folder]) => `For ${kind}:\n${bytesBench(folder)}`).join('\n\n'),
    linker: () => linkerBench(pack, runs),
    matcher: () => matcherBench(names, Math.ceil(runs / 3), peers),
    paint: () => paintBench(sessions, prepare, pack, runs),
    card: () => cardBench(sessions, pack, runs),
    cards: () => cardsBench(Math.ceil(runs / 3)),
    work: () =>
      chromium ? workBench(chromium, prepare, pack, Math.ceil(runs / 4)) : 'Needs Chromium.',
    dates: () => datesBench(),
    annotate: () => annotateBench(pack, 10_000),
    open: () => openBench(extensions, runs),
    search: () => searchBench(extensions, names, Math.max(...entities), peers),
    import: () => importBench(extensions, entities),
    paths: () => pathsBench(extensions, runs),
    pictures: () => picturesBench(Math.ceil(runs / 3)),
    // In browsers of its own: the others are to be without the names.
    million: () => millionBench(extensions, pack, Math.max(...names), runs),
  };
  for (const [name, run] of Object.entries(parts) as [
    BenchName,
    () => Promise<string> | string,
  ][]) {
    if (!only.has(name)) continue;
    console.log(`\n${TITLES[name]}\n${machine()}\n`);
    const start = performance.now();
    console.log(await run());
    console.log(`\n(${seconds(start)} s)`);
  }
}

/** Copies of the built extensions: a build that somebody starts meanwhile does not disturb them. */
async function extensionsIn(
  folder: string,
  kinds: readonly BrowserKind[],
  build: boolean,
): Promise<Map<BrowserKind, string>> {
  const extensions = new Map<BrowserKind, string>();
  for (const kind of kinds) {
    const built = build ? await buildExtension(kind) : extensionFolder(kind);
    const copy = path.join(folder, kind);
    await cp(built, copy, { recursive: true });
    extensions.set(kind, copy);
  }
  return extensions;
}

function seconds(start: number): number {
  return Math.round((performance.now() - start) / 1_000);
}

/** How busy the machine is: wall-clock times mean little when it has more to do than it can. */
function machine(): string {
  const [load = 0] = loadavg();
  const cores = cpus().length;
  const busy = load > cores ? ': busy, wall-clock times are too long' : '';
  return `${cores} cores, load ${load.toFixed(1)}${busy}.`;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
