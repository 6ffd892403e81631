import { createContext } from 'preact';

/** As which text a source is cited: for reading, or for reference managers. */
export type CitationForm = 'text' | 'csl-json';

/** Writes a source as a citation; rejects with words where it cannot. */
export type Cite = (source: string, as: CitationForm) => Promise<string>;

/**
 * How sources are cited where they are shown. A context, because lists of sources open
 * inside facts inside groups inside cards, none of which has to do with it.
 */
export const Citing = createContext<Cite | undefined>(undefined);
