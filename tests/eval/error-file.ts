import type { MistakeInText } from './evaluate.ts';
import type { Span } from './gold.ts';
import type { NamedEntity, Prediction } from './matcher.ts';
import { MISTAKES } from './score.ts';

const COLUMNS = [
  'set',
  'record',
  'mistake',
  'text',
  'found',
  'score',
  'reasons',
  'gold span',
  'gold',
  'name listed',
];

/** Characters of the text on either side: enough to see what the sentence is about. */
const CONTEXT = 60;

/** What the linker got wrong in a set, with the knowledge base it had. */
export interface MistakesOfSet {
  readonly set: string;
  readonly entities: readonly NamedEntity[];
  readonly mistakes: readonly MistakeInText[];
}

/**
 * All mistakes as tab-separated values, to read and to sort: by set, then by kind.
 * "name listed" says whether the knowledge base has the gold's own spelling for
 * the gold entity: where it has not, only a derived name could have found it.
 */
export function errorFile(sets: readonly MistakesOfSet[]): string {
  const lines = sets.flatMap(({ set, entities, mistakes }) => {
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    const named = (id: string): string => `${id} ${byId.get(id)?.names[0]?.text ?? ''}`.trim();
    return MISTAKES.flatMap((kind) =>
      mistakes
        .filter(({ mistake }) => mistake.kind === kind)
        .map(({ record: { id, text }, mistake: { found, gold } }) => {
          const surface = gold && text.slice(gold.start, gold.end);
          const isListed = gold && byId.get(gold.entity)?.names.some((one) => one.text === surface);
          return [
            set,
            String(id),
            kind,
            inContext(text, found ?? gold),
            found ? named(found.entity) : '',
            scoreOf(found),
            found?.reasons.join(', ') ?? '',
            surface ?? '',
            gold ? named(gold.entity) : '',
            gold ? (isListed ? 'yes' : 'no') : '',
          ];
        }),
    );
  });
  return `${[COLUMNS, ...lines].map((cells) => cells.map(onOneLine).join('\t')).join('\n')}\n`;
}

function scoreOf(found: Prediction | undefined): string {
  return found ? found.score.toFixed(2) : '';
}

function inContext(text: string, span: Span | undefined): string {
  if (!span) return '';
  const { start, end } = span;
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return `${before}[[${text.slice(start, end)}]]${after}`;
}

function onOneLine(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim();
}
