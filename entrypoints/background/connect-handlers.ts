import { chooseChains } from '../../facts/choose-chains.ts';
import { resolveConnection } from '../../facts/connect.ts';
import { resolveNeighbours, resolvePageGraph } from '../../facts/graph.ts';
import { lifeLine } from '../../facts/life-line.ts';
import { findPaths } from '../../facts/paths.ts';
import { succession } from '../../facts/succession.ts';
import { indexTies } from '../../linking/index-ties.ts';
import type { Handlers } from '../../messages/channel.ts';
import type { CONNECT_OPERATIONS } from '../../messages/connect-operations.ts';
import { readChains } from '../../store/chains.ts';
import { cardMaterial, cardMaterials } from '../../store/entities.ts';
import { filledBase } from './fact-base.ts';
import { viewpoint } from './reader.ts';

/** How things are connected, and what pictures show. */
export const connectHandlers: Handlers<typeof CONNECT_OPERATIONS> = {
  async connect({ from, to, date }) {
    const { base, indexes } = await filledBase();
    const found = findPaths(indexTies(indexes), from, to);
    const view = await viewpoint(date, new Set(), 0);
    const { chains, named } = await readChains(base, [from, to], found.chains, (between, known) =>
      chooseChains(found.chains, between, known, view.article),
    );
    return resolveConnection([from, to], chains, named, view, found.isCut);
  },

  async neighbours({ entity, date, limit, known }) {
    const { base } = await filledBase();
    const material = await cardMaterial(base, entity);
    if (!material) return {};
    const { facts } = material;
    return {
      neighbours: resolveNeighbours(
        entity,
        facts,
        material,
        await viewpoint(date, new Set(), 0),
        limit,
        new Set(known),
      ),
    };
  },

  async pageGraph({ entities, date }) {
    const { base } = await filledBase();
    const materials = [...(await cardMaterials(base, entities)).values()];
    const [any] = materials;
    if (!any) return { graph: { nodes: [], edges: [] }, rest: 0, sources: [] };
    // Materials read together share the maps of what they name.
    const facts = materials.flatMap((material) => material.facts);
    return resolvePageGraph(entities, facts, any, await viewpoint(date, new Set(), 0));
  },

  async lifeLine({ entity, date }) {
    const { base } = await filledBase();
    const material = await cardMaterial(base, entity);
    return material ? { lifeLine: lifeLine(material, await viewpoint(date, new Set(), 0)) } : {};
  },

  async succession({ entity, date }) {
    const { base } = await filledBase();
    const material = await cardMaterial(base, entity);
    const line = material && succession(material, await viewpoint(date, new Set(), 0));
    return line ? { succession: line } : {};
  },
};
