import { useMemo, useRef, useState } from 'preact/hooks';
import type { Graph as GraphData, GraphNode } from '../../facts/picture.ts';
import { IconShape } from '../icon-shape.tsx';
import { KIND_ICONS } from '../kind-icons.ts';
import { useWords } from '../use-words.ts';
import { fitInto, layOut, neighbourAt, type Point } from './graph-layout.ts';
import { cutText } from './measure-text.ts';
import { type Tie, tiesOf } from './merge-graph.ts';
import { useWidth } from './use-width.ts';

export interface GraphProps {
  graph: GraphData;
  /** What it shows, in words. */
  label: string;
  /** Things that are drawn larger: what the picture is of. */
  centres: ReadonlySet<string>;
  /** The one that is looked at: its ties and their labels come out. */
  active: string | undefined;
  onActive: (id: string) => void;
  /** Pressed: to show what stands beside it. */
  onPress: (id: string) => void;
}

const NAME_FONT = '12px system-ui, sans-serif';
const LABEL_FONT = '11px system-ui, sans-serif';
/** px for a name. */
const NAME_ROOM = 136;
const RADIUS = 14;
const CENTRE_RADIUS = 18;
/** With more things than this, names of the few with most ties stand by themselves. */
const MOST_NAMED = 30;
const FEW_NAMES = 18;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Things and the facts that join them, drawn once to rest. It is one stop for the Tab key; arrow
 * keys walk to the next thing in their direction, Enter presses it. Each thing says its name,
 * kind and number of ties; what the ties are stands in the table beside the picture.
 */
export function Graph({ graph, label, centres, active, onActive, onPress }: GraphProps) {
  const t = useWords();
  const [box, width] = useWidth<HTMLDivElement>();
  const placed = useRef<ReadonlyMap<string, Point>>(new Map());
  const [pointed, setPointed] = useState<string>();
  const ties = useMemo(() => tiesOf(graph), [graph]);
  const resting = useMemo(() => {
    const ids = graph.nodes.map(({ id }) => id);
    const pairs = ties.map(({ from, to }) => [from, to] as const);
    placed.current = layOut(ids, pairs, placed.current);
    return placed.current;
  }, [graph, ties]);
  const side = Math.min(NAME_ROOM / 2 + 2, width / 5);
  const { points, height } = useMemo(
    () => fitInto(resting, { width, side, top: 28, bottom: 44, least: 220, most: 620 }),
    [resting, width, side],
  );
  const counts = useMemo(() => countsOf(ties), [ties]);
  const first = graph.nodes[0]?.id;
  const stop = active !== undefined && points.has(active) ? active : first;
  const looked = pointed ?? active;
  const nameRoom = Math.min(NAME_ROOM, width / 3);
  const named = namedOnes(graph.nodes, counts, centres);

  function onKeyDown(event: KeyboardEvent, id: string) {
    const arrow = ARROWS[event.key];
    const next = arrow && neighbourAt(points, id, arrow);
    if (event.key === 'Enter' || event.key === ' ') onPress(id);
    else if (next !== undefined) {
      onActive(next);
      const nodes = (event.currentTarget as Element).parentElement?.children ?? [];
      const target = [...nodes].find((node) => node.getAttribute('data-id') === next);
      (target as SVGElement | undefined)?.focus();
    } else if (!arrow) return;
    event.preventDefault();
  }

  return (
    <div ref={box} class="graph" dir="ltr">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no picture
        <svg width={width} height={height} role="group" aria-label={label}>
          <g class="ties">
            {ties.map((tie) => (
              <TieLine
                key={`${tie.from} ${tie.to}`}
                tie={tie}
                points={points}
                isLooked={tie.from === looked || tie.to === looked}
                isFaint={looked !== undefined && tie.from !== looked && tie.to !== looked}
              />
            ))}
          </g>
          <g class="nodes">
            {graph.nodes.map((node) => {
              const count = counts.get(node.id) ?? 0;
              const at = points.get(node.id) ?? { x: 0, y: 0 };
              return (
                // biome-ignore lint/a11y/useSemanticElements: there are no buttons in a picture
                <g
                  key={node.id}
                  data-id={node.id}
                  class={node.id === looked ? 'node looked' : 'node'}
                  role="button"
                  // In lower case: names of attributes are told apart by case in SVG.
                  tabindex={node.id === stop ? 0 : -1}
                  aria-label={t.count(
                    'picture.nodeName',
                    count,
                    node.name.text,
                    t(`kind.${node.kind}`),
                  )}
                  transform={`translate(${round(at.x)} ${round(at.y)})`}
                  style={{ '--kind': `var(--bgr-${node.kind})` }}
                  onFocus={() => onActive(node.id)}
                  onPointerEnter={() => setPointed(node.id)}
                  onPointerLeave={() => setPointed(undefined)}
                  onClick={() => onPress(node.id)}
                  onKeyDown={(event) => onKeyDown(event, node.id)}
                >
                  <NodeShape
                    node={node}
                    radius={radiusOf(node, centres)}
                    nameRoom={named.has(node.id) ? nameRoom : 0}
                  />
                </g>
              );
            })}
          </g>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of texts takes no focus */}
          <g class="names" aria-hidden="true">
            {graph.nodes
              .filter(({ id }) => named.has(id) || id === looked)
              .map((node) => {
                const at = points.get(node.id) ?? { x: 0, y: 0 };
                return (
                  <text
                    key={node.id}
                    class={centres.has(node.id) ? 'name of-centre' : 'name'}
                    x={round(at.x)}
                    y={round(at.y + radiusOf(node, centres) + 14)}
                    lang={node.name.lang}
                  >
                    {cutText(node.name.text, NAME_FONT, nameRoom)}
                  </text>
                );
              })}
          </g>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of texts takes no focus */}
          <g class="labels" aria-hidden="true">
            {looked !== undefined && labelsOf(ties, looked, points)}
          </g>
        </svg>
      )}
    </div>
  );
}

function radiusOf({ id }: GraphNode, centres: ReadonlySet<string>): number {
  return centres.has(id) ? CENTRE_RADIUS : RADIUS;
}

interface NodeShapeProps {
  node: GraphNode;
  radius: number;
  /** px of its name below it, which can be pressed too. */
  nameRoom: number;
}

function NodeShape({ node, radius, nameRoom }: NodeShapeProps) {
  const scale = (radius * 1.15) / 24;
  return (
    <>
      <rect class="press-room" x={-nameRoom / 2} y={radius} width={nameRoom} height={18} />
      <circle class="disc" r={radius} />
      <g
        class="shape-of-kind"
        transform={`translate(${-12 * scale} ${-12 * scale}) scale(${scale})`}
      >
        <IconShape icon={KIND_ICONS[node.kind]} />
      </g>
    </>
  );
}

interface TieLineProps {
  tie: Tie;
  points: ReadonlyMap<string, Point>;
  isLooked: boolean;
  isFaint: boolean;
}

/** Broken where all that is known of it is denied or disputed. */
function TieLine({ tie, points, isLooked, isFaint }: TieLineProps) {
  const from = points.get(tie.from);
  const to = points.get(tie.to);
  if (!from || !to) return null;
  const isDoubtful = tie.edges.every(({ fact }) => ['denied', 'disputed'].includes(fact.status));
  const state = isLooked ? ' looked' : isFaint ? ' faint' : '';
  return (
    <line
      class={`tie${state}${isDoubtful ? ' doubtful' : ''}`}
      x1={round(from.x)}
      y1={round(from.y)}
      x2={round(to.x)}
      y2={round(to.y)}
    />
  );
}

/** What joins a thing with the others, written on the lines. */
function labelsOf(ties: readonly Tie[], id: string, points: ReadonlyMap<string, Point>) {
  return ties
    .filter(({ from, to }) => from === id || to === id)
    .map((tie) => {
      const from = points.get(tie.from);
      const to = points.get(tie.to);
      const [first] = tie.edges;
      if (!from || !to || !first) return null;
      const more = tie.edges.length > 1 ? ` +${tie.edges.length - 1}` : '';
      return (
        <text
          key={`${tie.from} ${tie.to}`}
          class="label"
          x={round((from.x + to.x) / 2)}
          y={round((from.y + to.y) / 2 + 4)}
          lang={first.label.lang}
        >
          {cutText(first.label.text, LABEL_FONT, 140)}
          {more}
        </text>
      );
    });
}

function countsOf(ties: readonly Tie[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of ties) {
    for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The things whose names stand there by themselves. */
function namedOnes(
  nodes: readonly GraphNode[],
  counts: ReadonlyMap<string, number>,
  centres: ReadonlySet<string>,
): ReadonlySet<string> {
  const weight = ({ id }: GraphNode) =>
    centres.has(id) ? Number.POSITIVE_INFINITY : (counts.get(id) ?? 0);
  const most = nodes.length > MOST_NAMED ? FEW_NAMES : MOST_NAMED;
  const first = nodes.toSorted((a, b) => weight(b) - weight(a) || 0).slice(0, most);
  return new Set(first.map(({ id }) => id));
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
