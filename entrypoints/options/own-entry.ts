import type { OwnEntry, Provenance } from '../../facts/own.ts';
import type { Entity, Name } from '../../facts/pack-format.ts';
import { displayName, pickText } from '../../facts/sentence.ts';
import type { EntityDraft, OwnEntity } from './backend.ts';

/** Which of an entity's links the reader edits, the first that there is. */
const LINKS = ['website', 'page', 'wikidata'];

/** What the page shows of an entry. @param languages - the reader's, BCP 47 */
export function entityOf(entry: OwnEntry, languages: readonly string[]): OwnEntity {
  const { entity, facts, created, provenance } = entry;
  const name = displayName(entity, languages).text;
  const others = new Set(entity.names.map(({ text }) => text));
  others.delete(name);
  return {
    id: entity.id,
    name,
    otherNames: [...others],
    kind: entity.kind,
    summary: pickText(entity.summary, languages)?.text ?? '',
    url: entity.links?.[linkOf(entity)] ?? '',
    private: entry.private,
    facts: facts.length,
    createdAt: Date.parse(created),
    from: provenance,
  };
}

/**
 * An entry as the reader has written it; what they did not see of the one before
 * stays. `entityOf` gives what they wrote.
 *
 * @param before - the entry that is changed; undefined for a new one
 * @param from - the page that it is made from
 * @param languages - the reader's, BCP 47, the first for what they write
 */
export function entryWith(
  before: OwnEntry | undefined,
  draft: EntityDraft,
  from: Provenance | undefined,
  languages: readonly string[],
): OwnEntry {
  const now = new Date().toISOString();
  const { summary, links, ...entity } = before?.entity ?? { id: `own:${crypto.randomUUID()}` };
  const summaries = summaryWith(summary, draft.summary, languages);
  const addresses = { ...links };
  const link = before ? linkOf(before.entity) : 'website';
  delete addresses[link];
  if (draft.url !== '') addresses[link] = draft.url;
  return {
    facts: [],
    sources: [],
    predicates: [],
    created: now,
    ...before,
    entity: {
      ...entity,
      kind: draft.kind,
      names: namesWith(before?.entity.names ?? [], draft, languages),
      ...(summaries && { summary: summaries }),
      ...(Object.keys(addresses).length > 0 && { links: addresses }),
    },
    private: draft.private,
    changed: now,
    ...(from && { provenance: from }),
  };
}

function linkOf({ links = {} }: Entity): string {
  return LINKS.find((label) => Object.hasOwn(links, label)) ?? 'website';
}

/** Names keep the language and use that they have, unless another would be shown for the first. */
function namesWith(
  before: readonly Name[],
  { name, otherNames }: EntityDraft,
  languages: readonly string[],
): Name[] {
  const names = [...new Set([name, ...otherNames])].flatMap((text) => {
    const known = before.filter((one) => one.text === text);
    return known.length > 0 ? known : [{ text }];
  });
  if (displayName({ id: '', kind: 'other', names }, languages).text === name) return names;
  // In its own language it stays, so that it is still found in its forms.
  const others = names.filter(({ text, lang }) => text !== name || lang !== undefined);
  return [{ text: name, lang: languages[0] ?? 'en' }, ...others];
}

/** The summary that was shown is the one that was written over. */
function summaryWith(
  before: Entity['summary'],
  text: string,
  languages: readonly string[],
): Entity['summary'] {
  const lang = pickText(before, languages)?.lang ?? languages[0] ?? 'en';
  const { [lang]: _, ...others } = before ?? {};
  const changed = text === '' ? others : { ...others, [lang]: text };
  return Object.keys(changed).length > 0 ? changed : undefined;
}
