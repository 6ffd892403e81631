import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { decodePage } from '../../cli/annotate/decode-page.ts';
import { parsePage } from '../../cli/annotate/page-document.ts';
import type { DateEvidence } from '../../dateline/evidence.ts';
import { dateEvidence } from '../../page/date-evidence.ts';
import { sharedPath } from '../shared-data.ts';

const GoldSchema = v.array(
  v.object({ file: v.string(), url: v.string(), date: v.nullable(v.string()) }),
);

/** A saved page with its day as people read it, null where it has none. */
export interface DatedPage {
  readonly file: string;
  readonly url: string;
  readonly date: string | null;
  readonly html: string;
  readonly evidence: DateEvidence;
}

/**
 * The saved pages with gold days, one by one, or undefined where they are absent.
 *
 * @param every - one of so many is read; reading one parses it
 */
export function datedPages(every = 1): Iterable<DatedPage> | undefined {
  const folder = sharedPath('corpus/dates');
  return folder === undefined ? undefined : readPages(folder, every);
}

function* readPages(folder: string, every: number): Generator<DatedPage> {
  // Written by a library for which NaN is JSON.
  const gold = readFileSync(join(folder, 'gold.json'), 'utf8').replaceAll(': NaN', ': null');
  for (const [at, one] of v.parse(GoldSchema, JSON.parse(gold)).entries()) {
    if (at % every !== 0) continue;
    const html = decodePage(readFileSync(join(folder, 'pages', one.file)));
    yield { ...one, html, evidence: dateEvidence(parsePage(html)) };
  }
}
