import { useEffect, useState } from 'preact/hooks';
import type { Key } from '../../words/words.ts';
import { draftOf } from './draft-link.ts';

/** Sections of what is read about. */
export const BASE_ROUTES = ['packs', 'add', 'own', 'backup'] as const;
export type BaseRoute = (typeof BASE_ROUTES)[number];

/** Sections of how it is shown. */
export const SETTINGS_ROUTES = [
  'sites',
  'appearance',
  'behaviour',
  'languages',
  'history',
  'shortcuts',
] as const;
export type SettingsRoute = (typeof SETTINGS_ROUTES)[number];

/** The page's sections, each with an address of its own: `#/add`. */
export const ROUTES = [...BASE_ROUTES, ...SETTINGS_ROUTES] as const;
export type Route = (typeof ROUTES)[number];

export function isSettingsRoute(route: Route): route is SettingsRoute {
  return SETTINGS_ROUTES.some((one) => one === route);
}

export const ROUTE_WORDS = {
  packs: 'packs.title',
  add: 'packs.add.title',
  own: 'own.title',
  backup: 'backup.title',
} as const satisfies Record<BaseRoute, Key>;

/** The section a fragment leads to; the first where it names none. */
export function routeOf(hash: string): Route {
  const [path] = hash.split('?', 1);
  return ROUTES.find((route) => path === `#/${route}`) ?? 'packs';
}

export function linkTo(route: Route): string {
  return `#/${route}`;
}

/** The section and the draft that the address names, also after a link or the way back. */
export function useRoute(): { readonly route: Route; readonly draft: string | undefined } {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return { route: routeOf(hash), draft: draftOf(hash) };
}
