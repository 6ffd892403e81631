/**
 * The rooms and what each may import (ARCHITECTURE.md, The map: imports point one way). Checked by
 * tests/unit/architecture.test.ts, which also breaks each rule once.
 */

/** What is ours; the rest comes from npm or from Node. */
const LOCAL =
  '^(entrypoints|extension|components|assets|words|locales|facts|dateline|linking|search|page|store|sources|network|importing|packs|cli|tests|messages)';

export default {
  forbidden: [
    ...Object.entries({
      words: ['locales'],
      facts: ['words'],
      linking: ['facts', 'words'],
      dateline: ['facts', 'words'],
      page: ['linking', 'dateline', 'facts'],
      search: ['linking', 'facts'],
      store: ['search', 'linking', 'facts'],
      sources: ['facts'],
      network: ['facts'],
      packs: ['sources', 'facts'],
      importing: ['network', 'sources', 'store', 'packs', 'linking', 'facts'],
      messages: ['linking', 'dateline', 'facts', 'words'],
      components: ['facts', 'words', 'assets'],
      extension: ['messages', 'components', 'linking', 'dateline', 'facts', 'words', 'assets'],
      entrypoints: [
        'extension',
        'words',
        'components',
        'assets',
        'page',
        'store',
        'sources',
        'network',
        'importing',
        'search',
        'linking',
        'dateline',
        'facts',
        'packs',
        'messages',
      ],
    }).map(([name, allowed]) => ({
      name: `${name} → ${allowed.join(', ') || 'nothing'}`,
      severity: 'error',
      from: { path: `^${name}/` },
      to: { path: LOCAL, pathNot: `^(${[name, ...allowed].join('|')})(/|$)` },
    })),
    {
      name: 'page, components, words, facts, dateline, linking, search, sources, network and importing know no browser.*',
      severity: 'error',
      from: {
        path: '^(page|components|words|facts|dateline|linking|search|sources|network|importing)/',
      },
      to: { path: '(wxt|webextension-polyfill)' },
    },
    {
      name: 'a content script never opens IndexedDB',
      severity: 'error',
      from: { path: '^entrypoints/page(\\.content|-card)/' },
      to: { path: '(^store/|node_modules/idb/)', reachable: true },
    },
    {
      name: 'the worker knows nothing of the DOM',
      severity: 'error',
      from: { path: '^entrypoints/background/' },
      to: { path: '^(page|components)/', reachable: true },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
