import { BUILT_IN_IDS } from './built-in-ids.ts';

/** Made by wxt.config.ts from the packs' content. */
declare const PACKS_FINGERPRINT: string;

/**
 * The packs that come with the extension, as paths within it. The fingerprint
 * changes whenever their content does, so that an update of the extension
 * reinstalls them and a mere restart does not.
 */
export const BUILT_IN_PACKS = {
  ids: BUILT_IN_IDS,
  /** The first is there before a page is linked, the others are installed meanwhile. */
  paths: ['packs/us-iran.ndjson', 'packs/world.ndjson.gz'],
  fingerprint: PACKS_FINGERPRINT,
} as const;
