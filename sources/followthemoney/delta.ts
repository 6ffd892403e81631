import * as v from 'valibot';
import type { ReadLine } from '../../facts/read-pack.ts';
import type { ConvertOptions } from '../converter.ts';
import { packId } from '../pack-header.ts';
import { PackWriter } from '../pack-writer.ts';
import { EntityConverter, entityId, factPrefix } from './convert-entity.ts';
import { parseJsonLine } from './json-line.ts';

const DeltaLineSchema = v.object({
  op: v.picklist(['ADD', 'MOD', 'DEL'], 'is not ADD, MOD or DEL'),
  entity: v.looseObject({
    id: v.pipe(v.string(), v.regex(/^\S{1,150}$/u, 'is not an id')),
  }),
});

/**
 * A change to an installed pack. What the pack has of the entity goes first: the
 * entity of that id and all facts and sources whose ids begin with `prefix`. Then
 * the lines are put in its place; a deletion has none.
 */
export interface DeltaChange {
  /** Counted from 1, in the delta. */
  readonly line: number;
  readonly op: 'ADD' | 'MOD' | 'DEL';
  readonly entity: string;
  readonly prefix: string;
  readonly lines: readonly ReadLine[];
}

/** What a piece of a delta says. */
export interface DeltaPart {
  readonly changes: readonly DeltaChange[];
  /** Lines that say nothing that could be read, and what was left out of others. */
  readonly problems: readonly (ReadLine & { readonly ok: false })[];
}

/**
 * Reads a delta (entities.delta.json), one change a line. Each change brings the
 * sources and predicates that its facts name, when no change before it has: they
 * may be in the pack already.
 */
export class DeltaReader {
  readonly #pack: string;
  readonly #writer = new PackWriter();
  readonly #entities: EntityConverter;

  /** @param options - those that the pack was made with; its id must be the same */
  constructor(options: ConvertOptions) {
    this.#pack = packId(options);
    this.#entities = new EntityConverter(options, this.#writer);
  }

  /**
   * @param lines - the next lines, without their ends
   * @param first - the number of the first of them
   */
  lines(lines: readonly string[], first: number): DeltaPart {
    const changes: DeltaChange[] = [];
    const problems: (ReadLine & { readonly ok: false })[] = [];
    for (const [at, text] of lines.entries()) {
      const change = this.#change(text, first + at);
      for (const line of this.#writer.take()) {
        if (!line.ok) problems.push(line);
        else change?.lines.push(line);
      }
      if (change) changes.push(change);
    }
    return { changes, problems };
  }

  /** What was passed over in all. */
  end(): DeltaPart {
    this.#entities.end();
    return { changes: [], problems: this.#writer.take().filter((line) => !line.ok) };
  }

  #change(text: string, line: number): (DeltaChange & { readonly lines: ReadLine[] }) | undefined {
    const json = parseJsonLine(text, line, this.#writer);
    if (json === undefined) return undefined;
    const parsed = v.safeParse(DeltaLineSchema, json);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      this.#writer.problem(
        line,
        `is not a change: ${v.getDotPath(issue) ?? 'the line'} ${issue.message}`,
        'write {"op":"ADD","entity":{…}}, with ADD, MOD or DEL',
      );
      return undefined;
    }
    const { op, entity } = parsed.output;
    if (op !== 'DEL') this.#entities.convert(line, entity);
    return {
      line,
      op,
      entity: entityId(this.#pack, entity.id),
      prefix: factPrefix(entity.id),
      lines: [],
    };
  }
}
