import type { ReadLine } from '../../facts/read-pack.ts';
import type { Converter, ConvertOptions, Format } from '../converter.ts';
import { packHeader } from '../pack-header.ts';
import { PackWriter } from '../pack-writer.ts';
import { EntityConverter } from './convert-entity.ts';
import { parseJsonLine } from './json-line.ts';

/** Entities of FollowTheMoney, one JSON object a line, as OpenSanctions and Aleph write them. */
export const FOLLOW_THE_MONEY: Format = {
  id: 'followthemoney',
  name: 'FollowTheMoney entities (JSON, one a line)',
  shape: 'lines',
  recognises: (sample) => {
    const start = sample.replace(/^\uFEFF/u, '').trimStart();
    const line = start.split('\n', 1)[0] ?? '';
    return /^\{\s*"/u.test(line) && !/^\{\s*"op"\s*:/u.test(line) && isEntityLine(line);
  },
  converter: (options) => new FollowTheMoneyConverter(options),
};

/** Whether a line, perhaps cut off at its end, has the members of an entity outside strings. */
function isEntityLine(line: string): boolean {
  return (
    /"schema"\s*:\s*"[A-Z][A-Za-z]+"/u.test(line) &&
    /"properties"\s*:\s*\{/u.test(line) &&
    /"id"\s*:\s*"/u.test(line)
  );
}

class FollowTheMoneyConverter implements Converter {
  readonly #writer = new PackWriter();
  readonly #entities: EntityConverter;

  constructor(options: ConvertOptions) {
    this.#writer.header(1, packHeader(options));
    this.#entities = new EntityConverter(options, this.#writer);
  }

  lines(lines: readonly string[], first: number): readonly ReadLine[] {
    for (const [at, text] of lines.entries()) {
      const json = parseJsonLine(text, first + at, this.#writer);
      if (json !== undefined) this.#entities.convert(first + at, json);
    }
    return this.#writer.take();
  }

  end(): readonly ReadLine[] {
    this.#entities.end();
    return this.#writer.take();
  }
}
