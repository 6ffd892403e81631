import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linkDocument } from '../../cli/annotate/link-document.ts';
import { readSavedPage } from '../../cli/annotate/saved-page.ts';
import { builtInPacks } from '../../cli/built-in-packs.ts';
import { textTable } from '../../cli/text-table.ts';
import { firstDayOf } from '../../facts/dates.ts';
import type { Entity } from '../../facts/pack-format.ts';
import { buildNameIndex } from '../../linking/build-index.ts';
import { openNameIndex } from '../../linking/name-index.ts';
import { unknownNames } from '../../linking/unknown-names.ts';
import { SeededRandom } from '../bench/seeded-random.ts';
import { median } from '../bench/statistics.ts';
import { sharedPath } from '../shared-data.ts';

/** Names in the table of those that no pack knows. */
const TOLD = 60;
/** Mentions that are drawn for people to judge, and what stands around each. */
const DRAWN = 400;
const AROUND = 120;
const SAMPLE_FILE = 'out/coverage/mentions.tsv';

interface Drawn {
  readonly page: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly entity: string;
}

/** How much of the saved news pages the built-in packs know, and a sample of what was linked. */
export function evaluateCoverage(): string {
  const folders = ['corpus/pages', 'corpus/dates/pages'].flatMap((name) => sharedPath(name) ?? []);
  if (folders.length === 0) return 'Without the saved pages there is nothing to cover.';
  const packs = builtInPacks();
  const indexes = packs.map(({ header, entities, facts, predicates }) =>
    openNameIndex(buildNameIndex({ pack: header.id, entities, facts, predicates })),
  );
  const entities = new Map(packs.flatMap((pack) => pack.entities).map((one) => [one.id, one]));
  const perPage: number[] = [];
  const unknown = new Map<string, { times: number; pages: number }>();
  const all: Drawn[] = [];
  for (const file of folders.flatMap(pagesIn)) {
    const { segments: texts, language, published } = readSavedPage(readFileSync(file), '');
    const mentions = linkDocument(indexes, texts, {
      language,
      date: firstDayOf(published?.iso),
    });
    perPage.push(mentions.length);
    for (const { text, times } of unknownNames(texts, mentions, 200).names) {
      const known = unknown.get(text) ?? { times: 0, pages: 0 };
      unknown.set(text, { times: known.times + times, pages: known.pages + 1 });
    }
    for (const { segment, start, end, entity } of mentions) {
      const text = texts[segment] ?? '';
      all.push({
        page: path.basename(file),
        before: text.slice(Math.max(0, start - AROUND), start),
        text: text.slice(start, end),
        after: text.slice(end, end + AROUND),
        entity,
      });
    }
  }
  writeSample(all, entities);
  const rows = [...unknown]
    .sort(([, a], [, b]) => b.pages - a.pages || b.times - a.times)
    .slice(0, TOLD)
    .map(([text, { pages, times }]) => [text, String(pages), String(times)]);
  const none = perPage.filter((count) => count === 0).length;
  return [
    `${perPage.length} saved pages: ${all.length} mentions linked, ${median(perPage)} on the median page, none on ${none}.`,
    `Drawn to be judged: ${SAMPLE_FILE}.`,
    'Names of two or more capitalised words that no pack knows, by the pages they stand on:',
    textTable(
      [{ title: 'name' }, { title: 'pages', align: 'right' }, { title: 'times', align: 'right' }],
      rows,
    ),
  ].join('\n');
}

function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => path.join(folder, file));
}

function writeSample(all: readonly Drawn[], entities: ReadonlyMap<string, Entity>): void {
  const random = new SeededRandom(7);
  const rest = [...all];
  const lines = ['page\tbefore\tmention\tafter\tentity\tname\tsummary'];
  for (let drawn = 0; drawn < DRAWN && rest.length > 0; drawn++) {
    const [one] = rest.splice(random.below(rest.length), 1);
    if (!one) break;
    const entity = entities.get(one.entity);
    lines.push(
      [
        one.page,
        one.before,
        one.text,
        one.after,
        one.entity,
        entity?.names[0]?.text ?? '?',
        entity?.summary?.['en'] ?? '',
      ]
        .map((cell) => cell.replace(/\s+/g, ' '))
        .join('\t'),
    );
  }
  mkdirSync(path.dirname(SAMPLE_FILE), { recursive: true });
  writeFileSync(SAMPLE_FILE, `${lines.join('\n')}\n`);
}
