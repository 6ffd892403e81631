import { ORDERS, type Order } from '../../facts/fact-order.ts';
import { KINDS, type Kind } from '../../facts/vocabulary.ts';

/** What an address of the reference leads to; `part` counts the parts of a long list from 1. */
export type Route =
  | { readonly page: 'home' }
  /** `day`: as of which day, ISO 8601; undefined for today. */
  | { readonly page: 'entity'; readonly entity: string; readonly day?: string | undefined }
  | { readonly page: 'facts'; readonly entity: string; readonly part: number }
  | { readonly page: 'kind'; readonly kind: Kind; readonly part: number }
  /** `source`: led by its pack's id, "us-iran/s1". */
  | { readonly page: 'source'; readonly source: string; readonly part: number }
  | { readonly page: 'pack'; readonly pack: string; readonly part: number }
  | { readonly page: 'sources'; readonly pack: string; readonly part: number }
  | {
      readonly page: 'predicate';
      readonly predicate: string;
      readonly order: Order;
      readonly part: number;
    }
  | { readonly page: 'search'; readonly query: string }
  /** One that is "" has still to be chosen; it may stand first in the address of `connect`, as "-". */
  | { readonly page: 'compare' | 'connect'; readonly a: string; readonly b: string }
  /** An address that leads nowhere; `said`: its words, to search for. */
  | { readonly page: 'unknown'; readonly said: string };

/** Stands in an address for an end of a connection that has still to be chosen; no id is like it. */
const NOBODY = '-';

/** The page that a fragment of the address leads to: "#/entity/Q5933752?asof=2024-11-15". */
export function routeOf(hash: string): Route {
  const address = hash.replace(/^#/u, '');
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : address.slice(mark + 1));
  const pieces = path.split('/').slice(1).map(decoded);
  const [page = '', first = '', second = ''] = pieces;
  const count = pieces.length;
  const part = partOf(query.get('part'));
  if (page === '' && count <= 1) return { page: 'home' };
  if (page === 'entity' && first !== '' && count === 2) {
    const day = query.get('asof') ?? '';
    return { page, entity: first, ...(isDay(day) && { day }) };
  }
  if (page === 'facts' && first !== '' && count === 2) return { page, entity: first, part };
  const kind = KINDS.find((one) => one === first);
  if (page === 'kind' && kind && count === 2) return { page, kind, part };
  if (page === 'source' && first !== '' && second !== '') {
    // A source's id may have slashes of its own, written as they are by whoever typed it.
    return { page, source: pieces.slice(1).join('/'), part };
  }
  if ((page === 'pack' || page === 'sources') && first !== '' && count === 2) {
    return { page, pack: first, part };
  }
  if (page === 'predicate' && first !== '' && count === 2) {
    const order = ORDERS.find((one) => one === query.get('order')) ?? 'newest';
    return { page, predicate: first, order, part };
  }
  if (page === 'search' && count === 2) return { page, query: first };
  if (page === 'compare' && count <= 3) return { page, a: first, b: second };
  if (page === 'connect' && count <= 3)
    return { page, a: first === NOBODY ? '' : first, b: second };
  return { page: 'unknown', said: (pieces.at(-1) ?? '').trim() };
}

/** The fragment that leads to a page; `routeOf` of it is the page again. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'home':
      return '#/';
    case 'entity':
      return addressOf([route.page, route.entity], { asof: route.day });
    case 'facts':
      return addressOf([route.page, route.entity], { part: partWord(route.part) });
    case 'kind':
      return addressOf([route.page, route.kind], { part: partWord(route.part) });
    case 'source': {
      const slash = route.source.indexOf('/');
      const [pack, id] = [route.source.slice(0, slash), route.source.slice(slash + 1)];
      return addressOf([route.page, pack, id], { part: partWord(route.part) });
    }
    case 'pack':
    case 'sources':
      return addressOf([route.page, route.pack], { part: partWord(route.part) });
    case 'predicate':
      return addressOf([route.page, route.predicate], {
        order: route.order === 'newest' ? undefined : route.order,
        part: partWord(route.part),
      });
    case 'search':
      return addressOf([route.page, route.query], {});
    case 'compare':
      return addressOf(
        route.b !== '' ? [route.page, route.a, route.b] : [route.page, route.a].filter(Boolean),
        {},
      );
    case 'connect':
      return addressOf(
        route.b !== ''
          ? [route.page, route.a || NOBODY, route.b]
          : [route.page, route.a].filter(Boolean),
        {},
      );
    case 'unknown':
      return addressOf(['unknown', route.said], {});
  }
}

function addressOf(
  pieces: readonly string[],
  query: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(given).toString();
  return `#/${pieces.map(encoded).join('/')}${search === '' ? '' : `?${search}`}`;
}

/** Ids have colons, which a fragment may have as they are; halves of a surrogate pair it may not. */
function encoded(piece: string): string {
  return encodeURIComponent(piece.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('%3A', ':');
}

/** A piece of an address that somebody typed may be no encoding at all. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

function partOf(text: string | null): number {
  return /^[1-9]\d{0,6}$/u.test(text ?? '') ? Number(text) : 1;
}

function partWord(part: number): string | undefined {
  return part > 1 ? String(part) : undefined;
}

/** Whether a text is a day of the calendar, ISO 8601. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
