import '../../page/highlights.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Frame } from './frame.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  // Frames that a page writes itself (srcdoc, about:blank) are part of the page.
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    // An image, a feed or a text file in its viewer has no page to read.
    if (document instanceof HTMLDocument && document.body) void new Frame().start();
  },
});
