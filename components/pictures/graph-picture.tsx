import './pictures.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ShownSource } from '../../facts/card.ts';
import type { Graph as GraphData, Neighbours } from '../../facts/picture.ts';
import { FactList } from '../fact-list.tsx';
import { KindMark } from '../kind-mark.tsx';
import { LocalText } from '../local-text.tsx';
import type { OpenEntity } from '../text-parts.tsx';
import { useWords } from '../use-words.ts';
import { Graph } from './graph.tsx';
import { GraphTable } from './graph-table.tsx';
import { MOST_NODES, mergeGraphs, mergeSources } from './merge-graph.ts';

export interface GraphPictureProps {
  graph: GraphData;
  sources: readonly ShownSource[];
  /** What it shows, in words. */
  label: string;
  /** What the picture is of. */
  centres: readonly string[];
  /** Finds what stands beside a thing; without it the picture does not grow. */
  onExpand?:
    | ((entity: string, known: readonly string[]) => Promise<Neighbours | undefined>)
    | undefined;
  onOpenEntity?: OpenEntity | undefined;
}

interface Shown {
  readonly graph: GraphData;
  readonly sources: readonly ShownSource[];
  /** By what has been expanded: how many things beside it are still not shown. */
  readonly rest: ReadonlyMap<string, number>;
}

/** Facts that are told of the thing that is looked at. */
const MOST_TOLD = 4;

/**
 * A graph that one can walk: pressing a thing shows what stands beside it. Under the picture
 * stands what is looked at, with its facts; in the table all that the picture shows.
 */
export default function GraphPicture(props: GraphPictureProps) {
  const { graph, sources, label, centres, onExpand, onOpenEntity } = props;
  const t = useWords();
  const [shown, setShown] = useState<Shown>({ graph, sources, rest: new Map() });
  const [active, setActive] = useState<string>();
  const [news, setNews] = useState('');
  const [isTable, setIsTable] = useState(false);
  useEffect(() => setShown({ graph, sources, rest: new Map() }), [graph, sources]);
  const bySource = useMemo(
    () => new Map(shown.sources.map((source) => [source.id, source])),
    [shown.sources],
  );
  const centreIds = useMemo(() => new Set(centres), [centres.join(' ')]);
  const node = shown.graph.nodes.find(({ id }) => id === active);
  const told = shown.graph.edges.filter(({ from, to }) => from === active || to === active);

  async function press(id: string) {
    setActive(id);
    if (!onExpand || shown.rest.get(id) === 0 || shown.graph.nodes.length >= MOST_NODES) return;
    const pressed = shown.graph.nodes.find((one) => one.id === id);
    const known = shown.graph.nodes.map((one) => one.id);
    try {
      const found = await onExpand(id, known);
      if (!found) return;
      setShown((now) => ({
        graph: mergeGraphs(now.graph, found.graph),
        sources: mergeSources(now.sources, found.sources),
        rest: new Map(now.rest).set(id, found.rest),
      }));
      const added = found.graph.nodes.filter((one) => !known.includes(one.id)).length;
      setNews(t.count('picture.added', added, pressed?.name.text ?? ''));
    } catch (error) {
      setNews(t('picture.failed', error instanceof Error ? error.message : String(error)));
    }
  }

  if (shown.graph.nodes.length === 0) return <p class="aside">{t('picture.nothing')}</p>;
  const rest = active === undefined ? undefined : shown.rest.get(active);
  return (
    <figure class="picture">
      <Graph
        graph={shown.graph}
        label={label}
        centres={centreIds}
        active={active}
        onActive={setActive}
        onPress={press}
      />
      <figcaption class="looked-at">
        {node ? (
          <>
            <p>
              <KindMark kind={node.kind} />{' '}
              {onOpenEntity ? (
                <button
                  type="button"
                  class="entity"
                  lang={node.name.lang}
                  onClick={() => onOpenEntity(node.id, node.name)}
                >
                  {node.name.text}
                </button>
              ) : (
                <LocalText value={node.name} />
              )}
              {rest !== undefined && rest > 0 && (
                <span class="aside"> {t.count('picture.rest', rest)}</span>
              )}
            </p>
            <ul>
              <FactList
                facts={told.slice(0, MOST_TOLD).map(({ fact }) => fact)}
                sources={bySource}
                onOpenEntity={onOpenEntity}
                brief
              />
            </ul>
            {told.length > MOST_TOLD && (
              <p class="aside">{t.count('picture.inTable', told.length - MOST_TOLD)}</p>
            )}
          </>
        ) : (
          <p class="aside">{t(onExpand ? 'picture.hint' : 'picture.hintStill')}</p>
        )}
      </figcaption>
      <p class="unseen" role="status">
        {news}
      </p>
      <button
        type="button"
        class="press"
        aria-expanded={isTable}
        onClick={() => setIsTable(!isTable)}
      >
        {t(isTable ? 'picture.hideTable' : 'picture.showTable')}
      </button>
      {isTable && (
        <GraphTable
          graph={shown.graph}
          label={label}
          sources={bySource}
          onOpenEntity={onOpenEntity}
        />
      )}
    </figure>
  );
}
