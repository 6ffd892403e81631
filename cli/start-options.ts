import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BrowserKind } from './browsers.mjs';

export const START_USAGE = `Shows an article with Backgrounder in a browser of its own.

    npm start                        the demo article
    npm start -- FILE                an article of yours: .html, .htm or .txt
    npm start -- https://…           a page on the web

Options
    --firefox     in Firefox instead of Chromium
    --headless    no window: prints what was found, takes screenshots; so it is
                  done by itself where there is no display
    --help        this text

A .txt file may begin with the day it was published, as in "2024-11-15".`;

/** What to show. */
export type Shown =
  | { readonly kind: 'demo' }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'html'; readonly file: string }
  | { readonly kind: 'text'; readonly file: string };

export interface StartOptions {
  /** Undefined: Chromium, or Firefox where that is the only one there is. */
  readonly browser?: BrowserKind;
  readonly headless: boolean;
  readonly help: boolean;
  readonly shown: Shown;
}

/** The command line cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the words after `npm start --`.
 *
 * @param cwd - the folder that relative paths start from
 * @throws UsageError
 */
export function readStartOptions(args: readonly string[], cwd: string): StartOptions {
  const { values, positionals } = parse(args);
  const [target, ...others] = positionals;
  if (others.length > 0) throw new UsageError('One article at a time, please.');
  return {
    ...(values.firefox ? { browser: 'firefox' as const } : {}),
    headless: values.headless,
    help: values.help,
    shown: target === undefined ? { kind: 'demo' } : shownFrom(target, cwd),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        firefox: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function shownFrom(target: string, cwd: string): Shown {
  if (/^https?:\/\//i.test(target)) {
    if (URL.canParse(target)) return { kind: 'address', url: target };
    throw new UsageError(`"${target}" is not an address.`);
  }
  const file = /^file:\/\//i.test(target) ? fileURLToPath(target) : path.resolve(cwd, target);
  switch (path.extname(file).toLowerCase()) {
    case '.html':
    case '.htm':
      return { kind: 'html', file };
    case '.txt':
      return { kind: 'text', file };
    default:
      throw new UsageError(
        `"${target}" is neither an address that begins with http:// or https:// nor an .html or .txt file.`,
      );
  }
}
