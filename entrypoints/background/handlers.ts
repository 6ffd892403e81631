import type * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Language } from '../../extension/load-words.ts';
import type { CardMaterial } from '../../facts/card-material.ts';
import { citationText, cslJson } from '../../facts/citation.ts';
import { resolveContext } from '../../facts/connections.ts';
import { firstDayOf } from '../../facts/dates.ts';
import { resolveCard, resolveRow } from '../../facts/resolve-card.ts';
import { displayName } from '../../facts/sentence.ts';
import { overruledOn } from '../../facts/settings.ts';
import { explain } from '../../linking/explain.ts';
import { linkSegments } from '../../linking/link.ts';
import { packMentions } from '../../linking/packed-mentions.ts';
import { decodeWhy, encodeWhy } from '../../linking/why.ts';
import { CARD_SECTIONS, type CardWordsSchema } from '../../messages/card-operations.ts';
import type { Handlers } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import { LONGEST_NAME } from '../../messages/parameters.ts';
import { cardMaterial, cardMaterials, citedSource, rowMaterials } from '../../store/entities.ts';
import { installedPacks } from '../../store/packs.ts';
import { hashOf } from '../reference/routes.ts';
import { connectHandlers } from './connect-handlers.ts';
import { dateHandlers } from './date-handlers.ts';
import { filledBase, openedBase } from './fact-base.ts';
import { panelHandlers } from './panel-handlers.ts';
import { markPrivate } from './private-rows.ts';
import { currentWords, spokenFor, viewpoint } from './reader.ts';
import { referenceHandlers } from './reference-handlers.ts';
import { searchHandlers } from './search-handlers.ts';
import { openDraft } from './selection-menu.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { noteVisit, visitHandlers } from './visit-handlers.ts';

const startedAt = Date.now();

/** What the worker answers; the operations are described in messages/. */
export const handlers: Handlers<Operations> = {
  ...connectHandlers,
  ...dateHandlers,
  ...referenceHandlers,
  ...panelHandlers,
  ...settingsHandlers,
  ...visitHandlers,
  ...searchHandlers,

  async link({ url, language, date, segments, established }, from) {
    const { indexes, settings, privateEntities } = await filledBase();
    const linked = linkSegments(indexes, segments, {
      established,
      overruled: overruledOn(settings, url),
      language,
      date: firstDayOf(date),
    });
    const hidden = new Set<string>(settings.kindsOff);
    const mentions = linked.mentions.filter(({ kind }) => !hidden.has(kind));
    noteVisit({ url, date, entities: mentions.map(({ entity }) => entity) }, from);
    return {
      mentions: packMentions(
        mentions.map((mention) => ({ ...mention, why: encodeWhy(mention) })),
        privateEntities,
      ),
      established: linked.established
        // The page has to send them back; one longer than a message takes is no name.
        .filter(({ text }) => text.length <= LONGEST_NAME)
        .map(({ entity, text, words }) => ({ entity, text, words: [...words] })),
      awaiting: [...linked.awaiting],
    };
  },

  async card({ entity, date, page, facts, mention }) {
    const { base } = await filledBase();
    const why = mention && decodeWhy(mention.why);
    if (mention && !why) console.warn('Backgrounder: a mention came with reasons that are none.');
    const rivals = why?.runnersUp.map((rival) => rival.entity) ?? [];
    const [material, rows] = await Promise.all([
      cardMaterial(base, entity),
      rivals.length > 0 ? rowMaterials(base, rivals) : new Map<string, CardMaterial>(),
    ]);
    if (!material) return {};
    const others = new Set(page);
    others.delete(entity);
    const view = await viewpoint(date, others, facts);
    const card = resolveCard(material, view);
    if (!mention || !why) return { card };
    const explanation = explain(
      {
        why,
        text: mention.text,
        kind: card.kind,
        packTitle: card.packs.find(({ id }) => id === why.pack)?.title ?? why.pack,
        nameOf: (id) => {
          const rival = rows.get(id)?.entity;
          return rival && displayName(rival, view.languages).text;
        },
      },
      view.words,
    );
    return { card, explanation };
  },

  async context({ entities, date }) {
    const { base, privateEntities } = await filledBase();
    const materials = [...(await cardMaterials(base, entities)).values()].sort(
      (a, b) => (b.entity.prominence ?? 0) - (a.entity.prominence ?? 0),
    );
    const view = await viewpoint(date, new Set(entities), 0);
    const [any] = materials;
    return resolveContext(
      materials.map((material) => markPrivate(resolveRow(material, view), privateEntities)),
      materials.flatMap(({ facts }) => facts),
      // Materials read together share the maps of what they name.
      any ?? {
        entities: new Map(),
        predicates: new Map(),
        sources: new Map(),
        headers: new Map(),
      },
      view,
    );
  },

  async citation({ source: id, as }) {
    const { base } = await filledBase();
    const cited = await citedSource(base, id);
    if (!cited) {
      throw new Error((await currentWords())('problem.noSource', id));
    }
    return { text: as === 'text' ? citationText(cited.source) : cslJson(cited.source) };
  },

  async openDetail({ entity, date }) {
    const hash = hashOf({ page: 'entity', entity, day: date });
    await browser.tabs.create({ url: browser.runtime.getURL(`/reference.html${hash}`) });
    return {};
  },

  async loadCard(_, { tab, frameId }) {
    if (tab?.id === undefined) throw new Error('only a frame of a tab has a card');
    try {
      await browser.scripting.executeScript({
        target: { tabId: tab.id, frameIds: [frameId ?? 0] },
        files: ['/page-card.js'],
        injectImmediately: true,
      });
    } catch (error) {
      // A frame that has gone meanwhile; one that has not finds no card and says so.
      console.warn('Backgrounder: the card was not loaded.', error);
    }
    const { language } = await spokenFor((await openedBase()).settings);
    return { words: cardWords(language) };
  },

  async writeNote({ entity, page }) {
    await openDraft({ about: entity, ...(page && { from: page }) });
    return {};
  },

  async status() {
    const { base, problem } = await filledBase();
    const packs = await installedPacks(base);
    return {
      startedAt,
      packs: packs.map(({ id, header, counts }) => ({
        id,
        version: header.version,
        entities: counts.entities,
      })),
      ...(problem !== undefined && { problem }),
    };
  },
};

/** Of what the interface says, what a card on a page needs. */
function cardWords({ locale, tag, messages }: Language): v.InferOutput<typeof CardWordsSchema> {
  const isOfCard = (key: string) => CARD_SECTIONS.some((section) => key.startsWith(`${section}_`));
  const needed = Object.entries(messages).filter(([key]) => isOfCard(key));
  return { locale, tag, messages: Object.fromEntries(needed) };
}
