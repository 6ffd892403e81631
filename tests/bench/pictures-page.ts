/** Runs in a page: lays the same graph out with our layout and with cytoscape's. */
import cytoscape from 'cytoscape';
import { layOut } from '../../components/pictures/graph-layout.ts';
import { SeededRandom } from './seeded-random.ts';

type Pair = readonly [string, string];

/** A graph of so many things as one that is walked: each joined with one before it, some with two. */
function madeGraph(nodes: number): { ids: string[]; pairs: Pair[] } {
  const random = new SeededRandom(2);
  const ids = Array.from({ length: nodes }, (_, at) => `n${at}`);
  const pairs = ids.slice(1).flatMap((id, at): Pair[] => {
    const before = (): Pair => [id, `n${random.below(Math.min(at + 1, 30))}`];
    return random.chance(0.3) ? [before(), before()] : [before()];
  });
  return { ids, pairs };
}

function timed(run: () => void, runs: number): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

const picturesPage = {
  ours(nodes: number, runs: number): number[] {
    const { ids, pairs } = madeGraph(nodes);
    return timed(() => layOut(ids, pairs), runs);
  },
  cytoscape(nodes: number, runs: number): number[] {
    const { ids, pairs } = madeGraph(nodes);
    return timed(() => {
      const graph = cytoscape({
        headless: true,
        styleEnabled: true,
        elements: [
          ...ids.map((id) => ({ data: { id } })),
          ...pairs.map(([source, target], at) => ({ data: { id: `e${at}`, source, target } })),
        ],
        layout: { name: 'cose', animate: false, randomize: false },
      });
      graph.destroy();
    }, runs);
  },
};

declare global {
  var backgrounderPictures: typeof picturesPage;
}

globalThis.backgrounderPictures = picturesPage;
