/** The packs that come with the extension. */
export const BUILT_IN_IDS: readonly string[] = ['us-iran', 'world'];
