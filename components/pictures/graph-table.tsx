import type { ShownSource } from '../../facts/card.ts';
import type { Graph } from '../../facts/picture.ts';
import { ExternalLink } from '../external-link.tsx';
import { LocalText } from '../local-text.tsx';
import { StatusMark } from '../status-mark.tsx';
import type { OpenEntity } from '../text-parts.tsx';
import { useWords } from '../use-words.ts';
import { EntityName } from './entity-name.tsx';

export interface GraphTableProps {
  graph: Graph;
  /** What it holds, in words. */
  label: string;
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
}

/** The facts of a graph, one a row: all that the picture shows, and where it is from. */
export function GraphTable({ graph, label, sources, onOpenEntity }: GraphTableProps) {
  const t = useWords();
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where it is too wide, by key too
    <section class="table-room" aria-label={label} tabIndex={0}>
      <table class="graph-table">
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('picture.from')}</th>
            <th scope="col">{t('picture.what')}</th>
            <th scope="col">{t('picture.to')}</th>
            <th scope="col">{t('picture.when')}</th>
            <th scope="col">{t('picture.source')}</th>
          </tr>
        </thead>
        <tbody>
          {graph.edges.map((edge) => {
            const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
            return (
              <tr key={edge.fact.id}>
                <th scope="row">
                  {from && <EntityName node={from} onOpenEntity={onOpenEntity} />}
                </th>
                <td>
                  <StatusMark status={edge.fact.status} /> <LocalText value={edge.label} />
                </td>
                <td>{to && <EntityName node={to} onOpenEntity={onOpenEntity} />}</td>
                <td class="when">{edge.fact.date !== undefined && <bdi>{edge.fact.date}</bdi>}</td>
                <td>
                  <Sources ids={edge.fact.sources} sources={sources} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface SourcesProps {
  ids: readonly string[];
  sources: ReadonlyMap<string, ShownSource>;
}

function Sources({ ids, sources }: SourcesProps) {
  return (
    <ul class="table-sources">
      {ids.flatMap((id) => {
        const source = sources.get(id);
        if (!source) return [];
        return [
          <li key={id}>
            <ExternalLink url={source.url}>
              <bdi>{source.publisher}</bdi>
            </ExternalLink>
          </li>,
        ];
      })}
    </ul>
  );
}
