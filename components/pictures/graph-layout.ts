import {
  type Force,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Steps until the simulation has cooled down, as d3-force counts them. */
const STEPS = 300;
/** px between things that a fact joins, before all is fitted. */
const LINK = 110;
const REPULSION = -420;
/** Half of the box that a thing takes with its name under it. */
const HALF_WIDTH = 62;
const HALF_HEIGHT = 27;
/** Names are wide: what has room to its sides is drawn out so far. */
const MOST_STRETCH = 1.5;

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/**
 * Places things so that what is joined is near and nothing overlaps: a force layout (Fruchterman
 * and Reingold 1991, as d3-force computes it) run to its rest at once. The same graph always has
 * the same picture.
 *
 * @param before - where things stood before more came: they stay about there
 * @returns a point for each, in px around 0
 */
export function layOut(
  ids: readonly string[],
  pairs: readonly (readonly [from: string, to: string])[],
  before: ReadonlyMap<string, Point> = new Map(),
): Map<string, Point> {
  const known = new Set(ids);
  const bodies = ids.map((id, at): Body => ({ id, ...startOf(id, at, pairs, before) }));
  const links = pairs
    .filter(([from, to]) => known.has(from) && known.has(to))
    .map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string | Body; target: string | Body }>(links)
        .id(({ id }) => id)
        .distance(LINK),
    )
    .force('charge', forceManyBody().strength(REPULSION).distanceMax(600))
    .force('x', forceX().strength(0.05))
    .force('y', forceY().strength(0.08))
    .force('boxes', boxForce())
    .stop();
  simulation.tick(STEPS);
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

/** Pushes boxes apart that overlap, along the shorter way. d3-force itself knows circles only. */
function boxForce(): Force<Body, undefined> {
  let bodies: Body[] = [];
  const force = (alpha: number) => {
    const strength = 0.5 * Math.max(alpha, 0.1);
    for (let at = 0; at < bodies.length; at++) {
      for (let after = at + 1; after < bodies.length; after++) {
        const one = bodies[at];
        const other = bodies[after];
        if (!one || !other) continue;
        const dx = (other.x ?? 0) - (one.x ?? 0);
        const dy = (other.y ?? 0) - (one.y ?? 0);
        const overX = 2 * HALF_WIDTH - Math.abs(dx);
        const overY = 2 * HALF_HEIGHT - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        const isAcross = overX / HALF_WIDTH < overY / HALF_HEIGHT;
        const [pushX, pushY] = isAcross
          ? [strength * overX * (dx < 0 ? -1 : 1), 0]
          : [0, strength * overY * (dy < 0 ? -1 : 1)];
        one.vx = (one.vx ?? 0) - pushX;
        one.vy = (one.vy ?? 0) - pushY;
        other.vx = (other.vx ?? 0) + pushX;
        other.vy = (other.vy ?? 0) + pushY;
      }
    }
  };
  force.initialize = (all: Body[]) => {
    bodies = all;
  };
  return force;
}

/** What comes anew begins beside what it is joined with, in a place of its own. */
function startOf(
  id: string,
  at: number,
  pairs: readonly (readonly [from: string, to: string])[],
  before: ReadonlyMap<string, Point>,
): Partial<Point> {
  const stood = before.get(id);
  if (stood || before.size === 0) return stood ?? {};
  for (const [from, to] of pairs) {
    const beside = from === id ? before.get(to) : to === id ? before.get(from) : undefined;
    if (beside) return { x: beside.x + 40 * Math.cos(at), y: beside.y + 40 * Math.sin(at) };
  }
  return {};
}

export interface Frame {
  readonly width: number;
  /** px to keep free at the left and at the right, for names; and above and below. */
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Fits points into a frame as wide as there is room, and as high as they need within limits.
 */
export function fitInto(
  points: ReadonlyMap<string, Point>,
  frame: Frame,
): { readonly points: Map<string, Point>; readonly height: number } {
  const xs = [...points.values()].map(({ x }) => x);
  const ys = [...points.values()].map(({ y }) => y);
  const [left, right] = [Math.min(...xs, 0), Math.max(...xs, 0)];
  const [top, bottom] = [Math.min(...ys, 0), Math.max(...ys, 0)];
  const free = { x: frame.width - 2 * frame.side, y: frame.most - frame.top - frame.bottom };
  const scaleX = Math.min(MOST_STRETCH, free.x / Math.max(1, right - left));
  const scaleY = Math.min(1, free.y / Math.max(1, bottom - top));
  const drawn = (bottom - top) * scaleY;
  const height = Math.max(frame.least, drawn + frame.top + frame.bottom);
  const shiftX = frame.side + (free.x - (right - left) * scaleX) / 2;
  const shiftY = frame.top + (height - frame.top - frame.bottom - drawn) / 2;
  return {
    height,
    points: new Map(
      [...points].map(([id, { x, y }]) => [
        id,
        { x: shiftX + (x - left) * scaleX, y: shiftY + (y - top) * scaleY },
      ]),
    ),
  };
}

/** The nearest thing in the direction of an arrow key, straight ahead before aside. */
export function neighbourAt(
  points: ReadonlyMap<string, Point>,
  from: string,
  [dx, dy]: readonly [dx: number, dy: number],
): string | undefined {
  const here = points.get(from);
  if (!here) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, { x, y }] of points) {
    const ahead = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    if (id === from || ahead <= 0) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}
