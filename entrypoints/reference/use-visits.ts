import { createContext } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { hashOf, type Route, routeOf } from './routes.ts';

/** One stay at a page, with its place in the browser's history. */
export interface Visit {
  /** Of the entry in the history: back and forward come to the same again. */
  readonly key: string;
  readonly route: Route;
  /** How it was come to: `opened` with the tab, by a link (`new`), or `back` or forward. */
  readonly by: 'opened' | 'new' | 'back';
  /** Where it was scrolled to when it was left, px. */
  readonly top: number;
}

/** The visit that views belong to. */
export const VisitContext = createContext<Visit>({
  key: '',
  route: { page: 'home' },
  by: 'opened',
  top: 0,
});

const StateSchema = v.object({ visit: v.string() });

export interface Visits {
  readonly visit: Visit;
  /** Puts another address in the place of this one, without leaving the page. */
  readonly replace: (route: Route) => void;
}

/** Follows the address, and remembers where each page was scrolled to. */
export function useVisits(): Visits {
  const [visit, setVisit] = useState<Visit>(() => ({ ...entry(), by: 'opened', top: 0 }));
  const key = useRef(visit.key);
  useEffect(() => {
    const tops = new Map<string, number>();
    const scrolled = () => tops.set(key.current, scrollY);
    const follow = () => {
      const next = entry();
      key.current = next.key;
      setVisit({ ...next, by: next.isNew ? 'new' : 'back', top: tops.get(next.key) ?? 0 });
    };
    addEventListener('scroll', scrolled, { passive: true });
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('scroll', scrolled);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const replace = useCallback((route: Route) => {
    history.replaceState(history.state, '', hashOf(route));
    setVisit((before) => ({ ...before, route }));
  }, []);
  return { visit, replace };
}

/** The entry of the history that the browser is at; one that a link has made is marked. */
function entry(): Pick<Visit, 'key' | 'route'> & { readonly isNew: boolean } {
  const route = routeOf(location.hash);
  const state = v.safeParse(StateSchema, history.state);
  if (state.success) return { key: state.output.visit, route, isNew: false };
  const key = crypto.randomUUID();
  history.replaceState({ visit: key }, '');
  return { key, route, isNew: true };
}
