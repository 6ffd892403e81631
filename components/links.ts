import { createContext } from 'preact';

/**
 * Where names of entities and sources lead, on pages where they have addresses: there they are
 * links, which open in a new tab as any other does. Elsewhere names are buttons.
 */
export interface PageLinks {
  /** The address of an entity's page. */
  readonly entity: (id: string) => string;
  /** The address of a source's page. */
  readonly source: (id: string) => string;
}

/** A context, because names stand inside facts inside groups inside pages. */
export const Links = createContext<PageLinks | undefined>(undefined);
