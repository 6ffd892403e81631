import { type Served, serveArticles } from '../../cli/article-server.ts';
import type { BrowserKind } from '../../cli/browsers.mjs';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { articlePage } from './article-pages.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { MillionBrowser } from './million-browser.ts';
import { launchWithProbe } from './million-extension.ts';
import {
  articleText,
  installedText,
  memoryTable,
  startsText,
  timesTable,
} from './million-report.ts';
import { makeTexts } from './million-texts.ts';
import { ms } from './statistics.ts';

/**
 * A pack of very many names beside the built-in one, in the real extension: what
 * is highlighted, how long it takes and how much memory. Prints each browser's
 * numbers as soon as it is done.
 *
 * @param extensions - folders of the built extension
 * @returns what holds for all of them
 */
export async function millionBench(
  extensions: ReadonlyMap<BrowserKind, string>,
  pack: BuiltInPack,
  names: number,
  runs: number,
): Promise<string> {
  for (const [kind, folder] of extensions) {
    // Of its own: other parts of the bench are to be without the names.
    const session = await launchWithProbe(kind, folder);
    try {
      console.log(`${await inBrowser(session, pack, names, runs)}\n`);
    } finally {
      await session.close();
    }
  }
  return NOTES;
}

const NOTES = [
  "Times are wall clock, taken in the content scripts' world of a tab: from the text, as it was read,",
  'to the mentions, checked and unpacked; medians. "first": the mentions of the first chunk are back.',
  '"all": those of all chunks, also of chunks linked again because a later one has full names for them.',
  '"stopped": the worker was stopped before, and no page of the extension was open, so that Chromium had',
  'to start a process for it too. "beside a page": one was open, so that there was a process.',
  '"processor": processor time of the worker\'s process, all its threads, its start included. Chromium gives',
  'that process less than its share while others want the processor (nice 5): other times grow first.',
  'Firefox keeps the process, in which the pack was imported too: what that left behind is in its memory.',
  'The prototype was a bare matcher over a million names: it decided nothing.',
].join('\n');

async function inBrowser(
  session: ExtensionSession,
  pack: BuiltInPack,
  names: number,
  runs: number,
): Promise<string> {
  const served: { pages: Record<string, string> } & Served = { pages: {} };
  const server = await serveArticles(served);
  const progress = (what: string): void => console.error(`… ${session.kind}: ${what}`);
  try {
    const article = articlePage(pack);
    served.pages['/article'] = article.html;
    served.pages['/probe'] = '<!doctype html><meta charset="utf-8"><title>Probe</title><p>Empty.';
    const driven = new MillionBrowser(session, server.url);

    progress('without the pack');
    await driven.fillBase();
    const before = await driven.readArticle();
    const texts = makeTexts(before.read.segments, names);
    const { times: timesBefore } = await driven.times(texts, Math.ceil(runs / 3));
    const memoryBefore = await driven.memory(texts.short);

    progress(`installing ${names.toLocaleString('en')} names; a million take minutes`);
    const installed = await driven.install(names);

    progress('with the pack');
    const after = await driven.readArticle();
    const times = await driven.times(texts, runs);
    const memory = await driven.memory(texts.short);
    const search = await driven.search();
    const steps = await driven.steps(texts.short);
    const errors = await ownErrors(session);
    return [
      `In ${session.kind}: ${installedText(installed)}`,
      articleText(article.title, before, after),
      timesTable(texts, timesBefore, times.times),
      startsText(times, steps),
      memoryTable(memoryBefore, memory, search.memory),
      `The first search in the popup took ${ms(search.first)} ms, the next ${ms(search.second)} ms.`,
      ...(errors.length > 0 ? [`Errors: ${errors.map(({ text }) => text).join('\n')}`] : []),
    ].join('\n\n');
  } finally {
    await server.close();
  }
}
