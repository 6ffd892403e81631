/** Kills a browser again and again while it works on the fact base, and looks at what is left. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { SeededRandom } from '../../bench/seeded-random.ts';
import { type BrowserKind, bundleRoom, type PageServer, startServer } from '../harness.ts';
import { madeVersion } from './made-versions.ts';
import type { Operation } from './operation.ts';
import { launchOnProfile, prepareKill, storageSize } from './profile-browser.ts';

declare const room: typeof import('./room.ts');

/** What the browser is killed in. */
const DEEDS = [
  'first import',
  'update',
  'update after a dead import',
  'removal',
  'roll back',
] as const;
export type Deed = (typeof DEEDS)[number];

/** Entities of the pack that stays as it is. */
const STILL = 500;
/** A single roll back is over before it could be killed; an even number would end where it began. */
const ROLL_BACKS = 61;
/** A few of the moments come after the end. */
const PAST_THE_END = 1.1;

/** The pack that all is done to; undefined when it is not installed. */
type State = { readonly version: number; readonly previous: number | undefined } | undefined;

/** One kill. */
export interface Kill {
  readonly deed: Deed;
  /** Milliseconds after the deed began to work, and how long it takes undisturbed. */
  readonly moment: number;
  readonly length: number;
  readonly found: 'old' | 'new' | 'neither';
  /** Rows of dead generations that the kill left, and that the sweep did not delete. */
  readonly dead: number;
  readonly left: number;
  /** Bytes on disk after the sweep. */
  readonly storage: number;
  readonly wrong: readonly string[];
}

/** Bytes on disk, each with the same packs in two versions and the browser closed. */
export interface Storage {
  readonly first: number;
  readonly last: number;
}

/**
 * How much may lie on disk at last: so many times as much as at first, and some bytes.
 * Browsers give the room of what was deleted back late, at a time of their own; one
 * version left at each of some dozen kills would be far more.
 */
export const MOST_GROWTH = { times: 2, bytes: 4e6 };

/** Everything that was not as it ought to be. */
export function problemsOf(kills: readonly Kill[], { first, last }: Storage): string[] {
  return [
    ...kills.flatMap(({ deed, moment, wrong }) =>
      wrong.map((one) => `Killed in ${deed} at ${moment.toFixed(0)} ms: ${one}`),
    ),
    ...(last > first * MOST_GROWTH.times + MOST_GROWTH.bytes
      ? [`The storage grew from ${first} to ${last} bytes.`]
      : []),
  ];
}

export interface KillOptions {
  readonly browser: BrowserKind;
  /** Of the pack that all is done to. */
  readonly entities: number;
  readonly times: number;
  readonly seed: number;
  readonly onKill?: (kill: Kill) => void;
}

/** @returns the kills and what lay on disk before and after them */
export async function runKills(
  options: KillOptions,
): Promise<{ readonly kills: readonly Kill[]; readonly storage: Storage }> {
  const profile = await mkdtemp(join(tmpdir(), 'backgrounder-kills-'));
  const server = await startServer();
  const [script, worker] = await Promise.all([
    bundleRoom(join(import.meta.dirname, 'room.ts'), 'room'),
    bundleRoom(join(import.meta.dirname, 'worker.ts'), 'worker'),
  ]);
  server.serve('/worker.js', worker, 'text/javascript');
  const cycles = new KillCycles(options, { profile, server, script });
  try {
    return await cycles.run();
  } finally {
    await cycles.close();
    await server.close();
    await rm(profile, { recursive: true });
  }
}

interface Place {
  readonly profile: string;
  readonly server: PageServer;
  readonly script: string;
}

class KillCycles {
  readonly #options: KillOptions;
  /** Entities by pack. */
  readonly #sizes: { readonly people: number; readonly still: number };
  readonly #place: Place;
  readonly #random: SeededRandom;
  readonly #lengths = new Map<Deed, number>();
  #opened: { readonly browser: Browser; readonly page: Page } | undefined;
  #state: State;
  /** The newest version of the pack so far; none is made twice. */
  #newest = 0;
  #cycle = 0;
  #toDo: Deed[] = [];

  constructor(options: KillOptions, place: Place) {
    this.#options = options;
    this.#sizes = { people: options.entities, still: STILL };
    this.#place = place;
    this.#random = new SeededRandom(options.seed);
  }

  async run(): Promise<{ kills: Kill[]; storage: Storage }> {
    const page = await this.#page();
    await page.evaluate((cycle) => room.keep(cycle), this.#cycle);
    await this.#undisturbed(undefined, this.#importOf('still', 1));
    for (const deed of DEEDS) await this.#undisturbed(deed, (await this.#begin(deed)).operation);
    const first = await this.#measure();
    const kills: Kill[] = [];
    while (kills.length < this.#options.times) {
      const kill = await this.#kill(this.#nextDeed());
      kills.push(kill);
      this.#options.onKill?.(kill);
    }
    return { kills, storage: { first, last: await this.#measure() } };
  }

  async close(): Promise<void> {
    await this.#opened?.browser.close();
    this.#opened = undefined;
  }

  async #page(): Promise<Page> {
    if (!this.#opened) {
      const { profile, server, script } = this.#place;
      const browser = await launchOnProfile(this.#options.browser, profile);
      const page = await browser.newPage();
      this.#opened = { browser, page };
      await page.goto(server.serve('/kills.html', '<!doctype html><title>t</title>'));
      await page.evaluate(script);
    }
    return this.#opened.page;
  }

  /** All deeds come equally often, in no order. */
  #nextDeed(): Deed {
    if (this.#toDo.length === 0) this.#toDo = [...DEEDS];
    const deed = this.#random.pick(this.#toDo);
    this.#toDo.splice(this.#toDo.indexOf(deed), 1);
    return deed;
  }

  async #kill(deed: Deed): Promise<Kill> {
    const { operation, old, next } = await this.#begin(deed);
    this.#cycle++;
    const page = await this.#page();
    await page.evaluate((cycle) => room.keep(cycle), this.#cycle);
    const length = this.#lengths.get(deed) ?? 0;
    const moment = this.#random.next() * length * PAST_THE_END;
    const kill = await prepareKill((this.#opened as { browser: Browser }).browser);
    await page.evaluate((one) => room.begin(one), operation);
    await setTimeout(moment);
    await kill();
    this.#opened = undefined;
    return { deed, moment, length, ...(await this.#lookFor(old, next)) };
  }

  async #lookFor(
    old: State,
    next: State,
  ): Promise<Pick<Kill, 'found' | 'dead' | 'left' | 'storage' | 'wrong'>> {
    const page = await this.#page();
    const { packs, dead, left, wrong } = await page.evaluate(
      (sizes, cycle) => room.look(sizes, cycle),
      this.#sizes,
      this.#cycle,
    );
    const people = packs.find(({ id }) => id === 'people');
    this.#state = people && { version: people.version, previous: people.previous };
    const found = isSame(this.#state, old) ? 'old' : isSame(this.#state, next) ? 'new' : 'neither';
    const still = packs.find(({ id }) => id === 'still');
    return {
      found,
      dead,
      left,
      storage: await storageSize(this.#options.browser, this.#place.profile),
      wrong: [
        ...wrong,
        ...(found === 'neither'
          ? [`found ${told(this.#state)}, not ${told(old)} or ${told(next)}`]
          : []),
        ...(left > 0 ? [`${left} dead rows are left after the sweep`] : []),
        ...(isSame(still, { version: 1, previous: undefined })
          ? []
          : ['the other pack has changed']),
      ],
    };
  }

  /** Brings the base to where a deed can be begun. @returns the deed, and the states before and after it */
  async #begin(deed: Deed): Promise<{ operation: Operation; old: State; next: State }> {
    if (deed === 'first import') {
      if (this.#state) await this.#undisturbed(undefined, { kind: 'remove', id: 'people' });
    } else if (!this.#state) await this.#undisturbed(undefined, this.#importNext());
    if (deed === 'roll back' && this.#state?.previous === undefined)
      await this.#undisturbed(undefined, this.#importNext());
    if (deed === 'update after a dead import') await this.#abandon();
    const old = this.#state;
    const operation = this.#operationOf(deed);
    return { operation, old, next: stateAfter(operation, old) };
  }

  /** An import that is ended in its midst: its worker dies, and the next import does not wait for a sweep. */
  async #abandon(): Promise<void> {
    const page = await this.#page();
    const dead = this.#importNext();
    const records = Math.floor(this.#sizes.people * this.#random.next());
    await page.evaluate((one, at) => room.abandon(one, at), dead, records);
  }

  /** Does something to its end, and learns how long it takes. */
  async #undisturbed(deed: Deed | undefined, operation: Operation): Promise<void> {
    const page = await this.#page();
    const length = await page.evaluate(async (one) => {
      await room.begin(one);
      return room.ended();
    }, operation);
    if (deed) this.#lengths.set(deed, length);
    if (operation.kind !== 'import' || operation.pack.id === 'people')
      this.#state = stateAfter(operation, this.#state);
  }

  #operationOf(deed: Deed): Operation {
    switch (deed) {
      case 'first import':
      case 'update':
      case 'update after a dead import':
        return this.#importNext();
      case 'removal':
        return { kind: 'remove', id: 'people' };
      case 'roll back':
        return { kind: 'roll-back', id: 'people', times: ROLL_BACKS };
    }
  }

  /** A version that there never was. */
  #importNext(): Operation {
    return this.#importOf('people', ++this.#newest);
  }

  #importOf(id: 'people' | 'still', version: number): Operation {
    return { kind: 'import', pack: madeVersion(id, version, this.#sizes[id]) };
  }

  /** Bytes on disk with two versions of the pack, after the browser has ended as it should. */
  async #measure(): Promise<number> {
    if (this.#state) await this.#undisturbed(undefined, { kind: 'remove', id: 'people' });
    for (let version = 0; version < 2; version++)
      await this.#undisturbed(undefined, this.#importNext());
    await this.close();
    return storageSize(this.#options.browser, this.#place.profile);
  }
}

function stateAfter(operation: Operation, before: State): State {
  switch (operation.kind) {
    case 'import':
      return { version: operation.pack.version, previous: before?.version };
    case 'remove':
      return undefined;
    case 'roll-back':
      return before?.previous === undefined
        ? before
        : { version: before.previous, previous: before.version };
  }
}

function isSame(one: State, other: State): boolean {
  return one?.version === other?.version && one?.previous === other?.previous;
}

function told(state: State): string {
  return state ? `version ${state.version} (before it ${state.previous ?? 'none'})` : 'no pack';
}
