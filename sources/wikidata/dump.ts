import type { ReadLine } from '../../facts/read-pack.ts';
import type { Converter, ConvertOptions, Format } from '../converter.ts';
import { convertItem, type ItemContext, type Keep, type Outcome } from './entity.ts';
import { wantedLanguages } from './languages.ts';
import { wikidataHeader } from './pack-header.ts';

/**
 * Converts a JSON dump of Wikidata, one entity a line: as Wikimedia publishes it
 * ("[", "{…},", …, "]") or as plain NDJSON. Holds nothing but the line at hand, so
 * names of items elsewhere in the file are not known: facts name those by id alone.
 * Where the same item stands twice, it comes twice.
 *
 * @param keep - which items to take, all when absent; the others go without a word
 */
export function dumpConverter(options: ConvertOptions, keep?: Keep): Converter {
  const context: ItemContext = {
    today: options.today,
    wanted: wantedLanguages(options.languages),
    keep,
    labelOf: () => undefined,
    stubOf: () => undefined,
    predicates: new Set(),
  };
  let isBegun = false;
  const header = (line: number): ReadLine[] => {
    if (isBegun) return [];
    isBegun = true;
    const pack = wikidataHeader(options);
    return [{ line, ok: true, read: { kind: 'pack', pack } }];
  };
  return {
    lines: (lines, first) => [
      ...header(first),
      ...lines.flatMap((text, at) => located(first + at, readDumpLine(text, context))),
    ],
    end: () => header(1),
  };
}

/** Outcomes as lines of a pack or problems, all found at one line of the file. */
export function located(line: number, outcomes: readonly Outcome[]): ReadLine[] {
  return outcomes.map((outcome) =>
    'kind' in outcome
      ? { line, ok: true, read: outcome }
      : { line, ok: false, problem: { line, ...outcome } },
  );
}

function readDumpLine(text: string, context: ItemContext): readonly Outcome[] {
  // A byte order mark counts as white space.
  const trimmed = text.trim();
  const json = trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed;
  if (json === '' || json === '[' || json === ']') return [];
  let entity: unknown;
  try {
    entity = JSON.parse(json);
  } catch (error) {
    return [
      {
        message: `is not JSON (${error instanceof Error ? error.message : String(error)})`,
        mend: 'write one entity of Wikidata on this line; was the file cut off?',
      },
    ];
  }
  return convertItem(entity, context);
}

/** A JSON dump of Wikidata, whole or a part of it. */
export const wikidataDump: Format = {
  id: 'wikidata-dump',
  name: 'Wikidata dump (JSON)',
  shape: 'lines',
  // An entity alone on its line: after "[" and a line end, or at once.
  recognises: (sample) =>
    /^\uFEFF?\s*(?:\[\s*)?\{[^\S\n]*"/u.test(sample) &&
    /"type"\s*:\s*"(?:item|property|lexeme|mediainfo)"/u.test(sample) &&
    /"(?:labels|descriptions|aliases|claims|statements|lemmas)"\s*:\s*[{[]/u.test(sample) &&
    !/^\uFEFF?\s*\{(?:[^{}]*,)?\s*"entities"\s*:/u.test(sample),
  converter: (options) => dumpConverter(options),
};
