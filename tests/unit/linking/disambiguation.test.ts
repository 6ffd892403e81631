import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../facts/dates.ts';
import { buildNameIndex } from '../../../linking/build-index.ts';
import { linkSegments } from '../../../linking/link.ts';
import { openNameIndex } from '../../../linking/name-index.ts';
import { PACK } from '../../fixtures/disambiguation/pack.ts';
import type { Sentence } from '../../fixtures/disambiguation/sentences.ts';
import { TABLE } from '../../fixtures/disambiguation/table.ts';

const index = openNameIndex(buildNameIndex(PACK));

/** What is linked, in order, and whether it touches a part of the text that must stay unlinked. */
function link({ text, date, not = [] }: Sentence, language: string) {
  const day = date === undefined ? undefined : parseDate(date)?.earliest;
  const { mentions } = linkSegments([index], [text], {
    established: [],
    overruled: new Set(),
    language,
    ...(day !== undefined && { date: day }),
  });
  return {
    links: mentions.map(({ start, end, entity }) => shown(text.slice(start, end), entity)),
    wronglyTouched: not.filter((part) =>
      occurrences(text, part).some((at) =>
        mentions.some(({ start, end }) => start < at + part.length && at < end),
      ),
    ),
  };
}

/** In one line, so that a failure can be read. */
const shown = (text: string, entity: string): string => `${text} → ${entity}`;

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

describe.each(TABLE)('names told apart in $lang', ({ lang, sentences }) => {
  it.each(sentences.map((sentence) => [sentence.text, sentence] as const))('%s', (_, sentence) => {
    const links = sentence.links.map(([text, entity]) => shown(text, entity));
    expect(link(sentence, lang)).toEqual({ links, wronglyTouched: [] });
  });
});
