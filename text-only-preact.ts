import type { Plugin } from 'vite';

const ASSIGNMENT = /\.innerHTML=(?=\w+\.__html\b)/g;

/**
 * Takes from Preact the one way it has to make markup from text: what is given to
 * `dangerouslySetInnerHTML` is shown as text. Pack and page text is untrusted, and
 * Firefox's linter refuses code that assigns `innerHTML`.
 */
export function textOnlyPreact(): Plugin {
  return {
    name: 'text-only-preact',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.(?:m?js|module\.js)$/ },
      handler(code, id) {
        const safe = code.replace(ASSIGNMENT, '.textContent=');
        if (safe === code || safe.includes('.innerHTML=')) {
          throw new Error(`${id} assigns innerHTML in a way text-only-preact.ts does not know.`);
        }
        return { code: safe, map: null };
      },
    },
  };
}
