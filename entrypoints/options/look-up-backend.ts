import { checkLine } from '../../facts/check-line.ts';
import { soundEntry } from '../../facts/check-own.ts';
import type { OwnEntry } from '../../facts/own.ts';
import { fetchFromService, localId } from '../../importing/look-up-extension.ts';
import { fetchWikidataItem, WIKIDATA_ORIGIN } from '../../importing/look-up-facts.ts';
import type { PoliteFetch } from '../../network/polite-fetch.ts';
import {
  type Candidate as Found,
  openService,
  type ReconciliationService,
  reconcile,
  viewOf,
} from '../../network/reconciliation.ts';
import { WIKIDATA_RECONCILIATION } from '../../packs/catalogue/catalogue.ts';
import { isQId } from '../../sources/wikidata-ids.ts';
import type { FactBase } from '../../store/database.ts';
import { knownEntities } from '../../store/known-entities.ts';
import { ownEntries, putOwnEntry } from '../../store/own.ts';
import { changeSettings, readSettings } from '../../store/settings.ts';
import type { LookUp, Service } from './backend.ts';

export interface LookUpContext {
  readonly polite: PoliteFetch;
  /** Of names and summaries, BCP 47, the reader's first. */
  readonly languages: readonly string[];
  /** Asks the browser for leave to fetch from addresses, at once; rejects with words when it refuses. */
  permit(urls: readonly string[]): Promise<void>;
}

/** Services that names are looked up in, and what is added from them. */
export function lookUpBackend(opened: () => Promise<FactBase>, context: LookUpContext): LookUp {
  return new ServiceDesk(opened, context);
}

class ServiceDesk implements LookUp {
  readonly #opened: () => Promise<FactBase>;
  readonly #context: LookUpContext;
  /** What services said of themselves, by address. */
  readonly #services = new Map<string, Promise<ReconciliationService>>();
  /** What they found, by service and id: to be added without asking again. */
  readonly #found = new Map<string, Found>();

  constructor(opened: () => Promise<FactBase>, context: LookUpContext) {
    this.#opened = opened;
    this.#context = context;
  }

  async services(): Promise<readonly Service[]> {
    const { services = [] } = await readSettings(await this.#opened());
    return [
      {
        id: WIKIDATA_RECONCILIATION,
        name: 'Wikidata',
        url: WIKIDATA_RECONCILIATION,
        builtIn: true,
      },
      ...services
        .filter(({ url }) => url !== WIKIDATA_RECONCILIATION)
        .map(({ url, name }) => ({ id: url, name, url, builtIn: false })),
    ];
  }

  async addService(url: string): Promise<void> {
    await this.#context.permit([url]);
    const { manifest } = await this.#open(url);
    await changeSettings(await this.#opened(), ({ services = [], ...settings }) => ({
      ...settings,
      services: [
        ...services.filter((service) => service.url !== url),
        { url, name: manifest.name },
      ],
    }));
  }

  async removeService(id: string): Promise<void> {
    this.#services.delete(id);
    await changeSettings(await this.#opened(), ({ services = [], ...settings }) => ({
      ...settings,
      services: services.filter(({ url }) => url !== id),
    }));
  }

  async reconcile(id: string, query: string): ReturnType<LookUp['reconcile']> {
    await this.#context.permit([id]);
    const service = await this.#open(id);
    const found = await reconcile(this.#context.polite, service, { query });
    for (const one of found) this.#found.set(keyOf(id, one.id), one);
    const base = await this.#opened();
    const known = await knownEntities(
      base,
      found.map((one) => idOf(service, one.id)),
    );
    return found.map((one) => ({
      id: one.id,
      name: one.name,
      description: one.description,
      types: one.types.map((type) => type.name ?? type.id),
      match: one.match,
      url: viewOf(service, one.id),
      known: known.has(idOf(service, one.id)),
    }));
  }

  async addCandidate(id: string, candidate: string): Promise<{ readonly facts: number }> {
    await this.#context.permit([id, WIKIDATA_ORIGIN]);
    const [service, base] = await Promise.all([this.#open(id), this.#opened()]);
    const found = this.#found.get(keyOf(id, candidate));
    if (!found) throw new Error('The service has to be asked again first.');
    const { polite, languages } = this.#context;
    const now = new Date().toISOString();
    const today = now.slice(0, 10);
    const known = (ids: readonly string[]) => knownEntities(base, ids);
    const fetched = isWikidata(service, candidate)
      ? await fetchWikidataItem(candidate, { polite, today, languages, known })
      : await fetchFromService(service, found, { polite, today });
    const before = (await ownEntries(base)).find(({ entity }) => entity.id === fetched.entity.id);
    const facts = fetched.facts.filter((fact) => checkLine(0, { kind: 'fact', fact }).length === 0);
    const entry = soundEntry({
      private: true,
      created: now,
      ...before,
      ...fetched,
      entity: before ? withNamesOf(before, fetched.entity) : fetched.entity,
      facts,
      changed: now,
    });
    await putOwnEntry(base, entry);
    return { facts: facts.length };
  }

  #open(url: string): Promise<ReconciliationService> {
    const known = this.#services.get(url);
    if (known) return known;
    const opening = openService(this.#context.polite, url);
    this.#services.set(url, opening);
    // A service that did not answer is asked anew the next time.
    opening.catch(() => this.#services.delete(url));
    return opening;
  }
}

function keyOf(service: string, candidate: string): string {
  return `${service}\n${candidate}`;
}

function isWikidata({ manifest }: ReconciliationService, id: string): boolean {
  return isQId(id) && /^https?:\/\/www\.wikidata\.org\/entity\//u.test(manifest.identifierSpace);
}

/** The id that a candidate has in the fact base. */
function idOf(service: ReconciliationService, id: string): string {
  return isWikidata(service, id) ? id : localId(service, id);
}

/** An entity fetched anew: names that the reader has added stay. */
function withNamesOf(before: OwnEntry, entity: OwnEntry['entity']): OwnEntry['entity'] {
  const texts = new Set(entity.names.map(({ text }) => text));
  const added = before.entity.names.filter(({ text }) => !texts.has(text));
  return { ...entity, names: [...entity.names, ...added] };
}
