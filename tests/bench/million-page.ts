/** Runs in a page of the extension: installs a pack of made-up names, and takes the worker's start apart. */
import type { Pack } from '../../facts/check-pack.ts';
import { FORMAT } from '../../facts/pack-format.ts';
import { openFactBase } from '../../store/database.ts';
import { importPack } from '../../store/import-pack.ts';
import type { Steps } from './million-steps.ts';
import { syntheticEntities } from './synthetic-names.ts';

/** Times in milliseconds. */
export interface Installed {
  readonly entities: number;
  readonly names: number;
  readonly indexBytes: number;
  /** Growth of what the extension has stored; NaN where the browser does not say. */
  readonly storedBytes: number;
  readonly making: number;
  readonly importing: number;
  /** Of importing: until all records were read and checked. */
  readonly reading: number;
}

const PACK = 'synthetic';

/** Above all Q-ids that Wikidata has given, and still short enough to be kept as a number. */
const FIRST_Q = 900_000_000;

let installing: Promise<Installed> | undefined;

async function install(nameCount: number): Promise<Installed> {
  const started = performance.now();
  const pack = syntheticPack(nameCount);
  const made = performance.now();
  const stored = await usage();
  const base = await openFactBase(() => {});
  let read = Number.NaN;
  const from = performance.now();
  await importPack(base, pack, {
    onProgress({ phase }) {
      if (phase === 'reading') read = performance.now();
    },
  });
  const to = performance.now();
  const row = await base.get('packs', PACK);
  const indexBytes = row && (await base.get('nameIndexes', row.generation))?.index.size;
  base.close();
  return {
    entities: pack.entities.length,
    names: pack.entities.reduce((sum, entity) => sum + entity.names.length, 0),
    indexBytes: indexBytes ?? Number.NaN,
    storedBytes: (await usage()) - stored,
    making: made - started,
    importing: to - from,
    reading: read - from,
  };
}

function syntheticPack(nameCount: number): Pack {
  const entities: Pack['entities'][number][] = [];
  for (const entity of syntheticEntities(nameCount)) {
    entities.push({ ...entity, id: `Q${FIRST_Q + entities.length}` });
  }
  return {
    header: {
      format: FORMAT,
      id: PACK,
      title: { en: 'Synthetic names' },
      version: '1',
      asOf: '2024-11-15',
      languages: ['en'],
      licence: 'CC0-1.0',
      publisher: 'npm run bench',
    },
    sources: [],
    predicates: [],
    entities,
    facts: [],
  };
}

async function usage(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? Number.NaN;
}

/** What a worker that was just started does, step by step, in a worker of the bench's own. */
function steps(script: string, segments: readonly string[]): Promise<Steps> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script);
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(segments);
  });
}

const millionPage = {
  start(nameCount: number): void {
    installing = install(nameCount);
    // It is looked at by `installed`.
    installing.catch(() => {});
  },
  /** What `start` began, or undefined when it is not over in time: drivers do not wait for long. */
  installed(patience: number): Promise<Installed | undefined> {
    const later = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
    return Promise.race([installing, later]);
  },
  steps,
};

declare global {
  var backgrounderMillion: typeof millionPage;
}

globalThis.backgrounderMillion = millionPage;
