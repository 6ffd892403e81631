import { allNames } from '../../facts/all-names.ts';
import type { EntityRow } from '../../facts/card.ts';
import { compareEntities } from '../../facts/comparison.ts';
import { formatDate, formatDay } from '../../facts/dates.ts';
import { dayToIso, localDay, MS_PER_DAY } from '../../facts/days.ts';
import { citeEntity } from '../../facts/entity-citation.ts';
import { inOrderOf } from '../../facts/fact-order.ts';
import { onThisDay } from '../../facts/on-this-day.ts';
import { PART } from '../../facts/part.ts';
import { packOf } from '../../facts/qualified.ts';
import { resolveCard, resolveRow } from '../../facts/resolve-card.ts';
import { capitalise, displayName, pickText } from '../../facts/sentence.ts';
import { showSources } from '../../facts/show-fact.ts';
import { showFacts } from '../../facts/shown-facts.ts';
import { textCard } from '../../facts/text-card.ts';
import type { NameIndex } from '../../linking/name-index.ts';
import { Ranking } from '../../linking/ranking.ts';
import type { Handlers } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import type { REFERENCE_OPERATIONS } from '../../messages/reference-operations.ts';
import type { PackRow } from '../../store/database.ts';
import { cardMaterial, cardMaterials, mayHaveMore, rowMaterials } from '../../store/entities.ts';
import { factsOfEntity, factsOfSource, namedByFacts } from '../../store/fact-pages.ts';
import { isEnabled } from '../../store/names.ts';
import { notes } from '../../store/own.ts';
import { installedPacks } from '../../store/packs.ts';
import { factsOnDayOfYear, factsWithPredicate, packContents } from '../../store/scan-facts.ts';
import { filledBase } from './fact-base.ts';
import { markPrivate } from './private-rows.ts';
import { reader, viewpoint } from './reader.ts';

/** Facts that an entity's page shows at once, by topic; all of them have pages of their own. */
const FACTS_AT_ONCE = 200;
/** Facts of a text to share. */
const FACTS_OF_TEXT = 50;

/** What the reference shows, resolved for the reader's languages and the day asked for. */
export const referenceHandlers: Pick<Handlers<Operations>, keyof typeof REFERENCE_OPERATIONS> = {
  async home() {
    const { base, indexes } = await filledBase();
    const packs = await installedPacks(base);
    const to = await reader();
    return {
      packs: packs.map((row) => ({
        id: row.id,
        title: pickText(row.header.title, to.languages) ?? { text: row.id, lang: '' },
        version: row.header.version,
        asOf: formatDate(row.header.asOf, to),
        entities: row.counts.entities,
        facts: row.counts.facts,
        off: !isEnabled(row),
      })),
      kinds: rankingOf(indexes).kinds(),
    };
  },

  async onThisDay() {
    const { base } = await filledBase();
    const view = await viewpoint(undefined, new Set(), 0);
    const { facts } = await factsOnDayOfYear(base, dayToIso(view.today).slice(-5));
    const day = new Intl.DateTimeFormat(view.languages[0], {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
      calendar: 'gregory',
    }).format(view.today * MS_PER_DAY);
    return { day, ...onThisDay(facts, await namedByFacts(base, facts), view) };
  },

  async rows({ entities }) {
    return { rows: await rowsOf(entities) };
  },

  async browse({ kind, pack, from }) {
    const { indexes } = await filledBase();
    const some = pack === undefined ? indexes : indexes.filter((index) => index.pack === pack);
    const { ids, total } = rankingOf(some).page(from, PART.rows, kind);
    return { rows: await rowsOf(ids), total };
  },

  async entityPage({ entity, date }) {
    const { base } = await filledBase();
    const [material, remarks] = await Promise.all([
      cardMaterial(base, entity),
      notes(base, entity),
    ]);
    if (!material) return {};
    const view = await viewpoint(date, new Set(), FACTS_AT_ONCE);
    const card = resolveCard(material, view);
    return {
      page: {
        card,
        names: allNames(material.entity, view.languages).map(({ names, ...rest }) => ({
          ...rest,
          names: [...names],
        })),
        notes: remarks.map(({ id, text, changed, provenance }) => ({
          id,
          text,
          changed: formatDay(localDay(new Date(changed)), view.languages[0] ?? 'en'),
          ...(provenance && {
            page: { title: provenance.title ?? provenance.url, url: provenance.url },
          }),
        })),
        hasMore: card.factCount > card.facts.length || mayHaveMore(material),
      },
    };
  },

  async entityText({ entity, date, as }) {
    const { base } = await filledBase();
    const material = await cardMaterial(base, entity);
    if (!material) throw new Error('no pack that is switched on knows it; nothing was copied');
    const view = await viewpoint(date, new Set(), as === 'text' ? FACTS_OF_TEXT : 0);
    const card = resolveCard(material, view);
    const day = formatDay(view.article ?? view.today, view.languages[0] ?? 'en');
    return {
      text: as === 'text' ? `${textCard(card)}\n\n${citeEntity(card, day)}` : citeEntity(card, day),
    };
  },

  async entityFacts({ entity, from }) {
    const { base } = await filledBase();
    const found = await factsOfEntity(base, entity, from, PART.facts);
    if (!found) return {};
    const view = await viewpoint(undefined, new Set(), PART.facts);
    return {
      page: {
        title: displayName(found.entity, view.languages),
        ...showFacts(found.facts, found.named, view, entity),
        more: found.more,
      },
    };
  },

  async sourcePage({ source: id, from }) {
    const { base } = await filledBase();
    const found = await factsOfSource(base, id, from, PART.facts);
    if (!found) return {};
    const view = await viewpoint(undefined, new Set(), PART.facts);
    const [source] = showSources([id], found.named, view);
    if (!source) return {};
    const { licence } = found.source;
    return {
      page: {
        source,
        pack: packOf(id),
        ...(licence !== undefined && { licence }),
        ...showFacts(found.facts, found.named, view),
        more: found.more,
      },
    };
  },

  async packPage({ pack, from }) {
    const { base } = await filledBase();
    const row = (await installedPacks(base)).find(({ id }) => id === pack);
    return row ? { page: await packPage(row, from) } : {};
  },

  async predicatePage({ predicate, order, from }) {
    const { base } = await filledBase();
    const { facts, whole } = await factsWithPredicate(base, predicate);
    if (facts.length === 0) return {};
    const view = await viewpoint(undefined, new Set(), PART.facts);
    const page = inOrderOf(facts, order).slice(from, from + PART.facts);
    const named = await namedByFacts(base, page);
    const known = named.predicates.get(predicate);
    const label = pickText(known?.label, view.languages);
    const inverse = pickText(known?.inverse, view.languages);
    return {
      page: {
        label: label
          ? { ...label, text: capitalise(label.text, label.lang) }
          : { text: predicate, lang: '' },
        ...(inverse && { inverse }),
        ...showFacts(page, named, view),
        total: facts.length,
        whole,
      },
    };
  },

  async compare({ a, b }) {
    const { base } = await filledBase();
    const materials = await cardMaterials(base, [a, b]);
    const first = materials.get(a);
    const second = materials.get(b);
    if (!first || !second) return {};
    return { comparison: compareEntities(first, second, await viewpoint(undefined, new Set(), 0)) };
  },
};

/** Rankings take longer to make than to read, and lists are read part after part. */
const rankings = new WeakMap<NameIndex, Map<string, Ranking>>();

function rankingOf(indexes: readonly NameIndex[]): Ranking {
  const [first] = indexes;
  if (!first) return new Ranking([]);
  const made = rankings.get(first) ?? new Map<string, Ranking>();
  rankings.set(first, made);
  const key = indexes.map(({ pack, byteLength }) => `${pack} ${byteLength}`).join(' ');
  const known = made.get(key) ?? new Ranking(indexes);
  made.set(key, known);
  return known;
}

async function rowsOf(ids: readonly string[]): Promise<EntityRow[]> {
  const { base, privateEntities } = await filledBase();
  const materials = await rowMaterials(base, ids);
  const view = await viewpoint(undefined, new Set(), 0);
  return ids.flatMap((id) => {
    const material = materials.get(id);
    return material ? [markPrivate(resolveRow(material, view), privateEntities)] : [];
  });
}

async function packPage(row: PackRow, from: number) {
  const { base } = await filledBase();
  const { header, counts } = row;
  const to = await reader();
  const { languages } = to;
  const [language = 'en'] = languages;
  const { sources, predicates, whole } = await packContents(base, row);
  const tongues = new Intl.DisplayNames([language], { type: 'language' });
  const some = sources.slice(from, from + PART.sources);
  const known = {
    sources: new Map(some.map((source) => [source.id, source])),
    headers: new Map([[header.id, header]]),
  };
  return {
    id: header.id,
    title: pickText(header.title, languages) ?? { text: header.id, lang: '' },
    version: header.version,
    asOf: formatDate(header.asOf, to),
    licence: header.licence,
    publisher: header.publisher,
    ...(header.homepage !== undefined && { homepage: header.homepage }),
    languages: header.languages.map((one) => tongues.of(one) ?? one),
    counts,
    off: !isEnabled(row),
    predicates: predicates
      .map(({ id, label }) => ({ id, label: pickText(label, languages) ?? { text: id, lang: '' } }))
      .sort((a, b) => a.label.text.localeCompare(b.label.text, language)),
    sources: showSources(known.sources.keys(), known, to),
    whole,
  };
}
