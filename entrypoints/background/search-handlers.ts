import type { EntityRow } from '../../facts/card.ts';
import type { CardMaterial } from '../../facts/card-material.ts';
import { firstDayOf } from '../../facts/dates.ts';
import { localDay } from '../../facts/days.ts';
import { resolveRow } from '../../facts/resolve-card.ts';
import { pickText } from '../../facts/sentence.ts';
import { wordsOf } from '../../linking/tokens.ts';
import type { Handlers, Params, Result } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import type { FoundRow } from '../../messages/search-operations.ts';
import { readQuery } from '../../search/query.ts';
import { rowMaterials } from '../../store/entities.ts';
import { nameOfWords } from '../../store/name-lines.ts';
import { type Result as Found, search } from '../../store/search.ts';
import { filledBase } from './fact-base.ts';
import { markPrivate } from './private-rows.ts';
import { viewpointOn } from './reader.ts';

/** Looking things up. */
export const searchHandlers: Pick<Handlers<Operations>, 'lookup'> = { lookup: lookUp };

/** What the operation `lookup` answers. */
export async function lookUp({
  query: text,
  limit,
  kinds = [],
  page = [],
  date,
}: Params<Operations, 'lookup'>): Promise<Result<Operations, 'lookup'>> {
  const { base, searched, privateEntities } = await filledBase();
  const query = readQuery(text);
  const article = firstDayOf(date);
  const onPage = new Set(page);
  const results = await search(base, await searched(), query, {
    limit,
    kinds,
    page: onPage,
    day: article ?? localDay(new Date()),
  });
  const materials = await rowMaterials(
    base,
    results.map(({ id }) => id),
  );
  const shown = results.map(async (result): Promise<FoundRow[]> => {
    const material = materials.get(result.id);
    if (!material) return [];
    const view = await viewpointOn(result.at ?? query.time?.from ?? article, onPage, 0);
    const row = markPrivate(resolveRow(material, view), privateEntities);
    return [{ ...withMatch(row, material, result, query.undated, view.languages), by: result.by }];
  });
  return { rows: (await Promise.all(shown)).flat() };
}

/** Puts what fits the query onto a row: the name, if another one is shown, or the summary. */
function withMatch(
  row: EntityRow,
  { entity }: CardMaterial,
  { by, words }: Found,
  asked: readonly string[],
  languages: readonly string[],
): EntityRow {
  if (by === 'text') {
    const summary = pickText(entity.summary, languages);
    const told = new Set(wordsOf(summary?.text ?? ''));
    return summary && asked.some((word) => told.has(word)) ? { ...row, line: summary } : row;
  }
  const name = words === undefined ? undefined : nameOfWords(entity.names, words);
  if (!name || row.name.text === name.text) return row;
  return { ...row, matched: { text: name.text, lang: name.lang ?? '' } };
}
