/** Made by wxt.config.ts from the packs' content. */
declare const PACKS_FINGERPRINT: string;

/**
 * The packs that come with the extension, as paths within it. The fingerprint
 * changes whenever their content does, so that an update of the extension
 * reinstalls them and a mere restart does not.
 */
export const BUILT_IN_PACKS = {
  ids: ['us-iran'] as readonly string[],
  paths: ['packs/us-iran.ndjson'],
  fingerprint: PACKS_FINGERPRINT,
} as const;
