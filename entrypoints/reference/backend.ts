import type { Ask } from '../../messages/ask.ts';

/** What the reference's views need from outside. */
export interface ReferenceBackend {
  readonly ask: Ask;
  /** Calls back whenever the packs may have changed, until the returned function is called. */
  onChanged(listener: () => void): () => void;
}
