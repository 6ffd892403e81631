import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Alias, AliasOptions, InlineConfig } from 'vite';
import { defineConfig } from 'wxt';
import { buildWorld } from './packs/world/build-world.ts';
import { textOnlyPreact } from './text-only-preact.ts';

const WORLD = resolve('.wxt/packs/world.ndjson.gz');

/** The built-in packs, as files of the project and as paths within the extension. */
const PACKS = [
  { absoluteSrc: resolve('packs/us-iran/us-iran.ndjson'), relativeDest: 'packs/us-iran.ndjson' },
  { absoluteSrc: WORLD, relativeDest: 'packs/world.ndjson.gz' },
];

/** The pack "world" is built from its tables, which are what is reviewed. */
function writeWorld(): void {
  mkdirSync(dirname(WORLD), { recursive: true });
  writeFileSync(WORLD, gzipSync(buildWorld().text, { level: 9 }));
}

function packsFingerprint(): string {
  writeWorld();
  const hash = createHash('sha256');
  for (const { absoluteSrc } of PACKS) hash.update(readFileSync(absoluteSrc));
  return hash.digest('hex').slice(0, 12);
}

/** The content script, and the card that it has loaded. */
const IN_PAGES = new Set(['page', 'page-card']);

/**
 * What every page loads has a byte budget. There the polyfill's tables of the whole
 * API are not worth their 3 kB: both browsers' own `runtime` answers with promises.
 */
function forPages(config: InlineConfig): void {
  config.resolve ??= {};
  config.resolve.alias = [
    { find: 'wxt/browser', replacement: '@wxt-dev/browser' },
    {
      find: 'wxt/utils/content-script-context',
      replacement: resolve('entrypoints/page.content/context.ts'),
    },
    ...aliasList(config.resolve.alias),
  ];
  config.build = {
    ...config.build,
    minify: 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 3 } },
  };
}

function aliasList(alias: AliasOptions | undefined): Alias[] {
  if (isAliasList(alias)) return [...alias];
  return Object.entries(alias ?? {}).map(([find, replacement]) => ({ find, replacement }));
}

function isAliasList(alias: AliasOptions | undefined): alias is readonly Alias[] {
  return Array.isArray(alias);
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => IN_PAGES.has(name))) forPages(config);
    },
    'build:publicAssets': (_wxt, files) => {
      files.push(...PACKS);
    },
  },
  vite: () => ({
    plugins: [textOnlyPreact()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    define: { PACKS_FINGERPRINT: JSON.stringify(packsFingerprint()) },
  }),
  manifest: ({ browser }) => ({
    name: 'Backgrounder',
    default_locale: 'en',
    description: '__MSG_manifest_description__',
    permissions: [
      ...(browser === 'firefox' ? [] : ['offscreen']),
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ],
    host_permissions: ['http://*/*', 'https://*/*'],
    omnibox: { keyword: 'bg' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+B' },
        description: '__MSG_manifest_openPopup__',
      },
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_manifest_next__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_manifest_previous__',
      },
      // Firefox opens its sidebar by a command of its own; in Chromium the background does.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
        suggested_key: { default: 'Alt+Shift+W' },
        description: '__MSG_panel_command__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'backgrounder@backgrounder.example',
              // The first version with all the card needs: CSS anchor positioning, custom highlights.
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '129' }),
  }),
});
