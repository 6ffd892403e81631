import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CardSession } from './card-session.tsx';

/*
 * Runs in a frame's isolated world when the first card is on its way there, and leaves
 * how to make one where the content script finds it: the page's scripts do not see it.
 */
export default defineUnlistedScript(() => {
  globalThis.startBackgrounderCard = (options) => new CardSession(options);
});
