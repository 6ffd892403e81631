import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { FORMAT, LINE_SCHEMAS } from '../facts/pack-format.ts';

/** The pack format as JSON Schema (draft 2020-12): one line of a pack is one such object. */
export function packJsonSchema(): Record<string, unknown> {
  const lines = Object.entries(LINE_SCHEMAS).map(([kind, schema]) => {
    // Trimming before a length check has no JSON Schema form; the check itself has.
    const { $schema: _, ...body } = toJsonSchema(schema as GenericSchema, { errorMode: 'ignore' });
    return {
      type: 'object',
      properties: { [kind]: body },
      required: [kind],
      additionalProperties: false,
    };
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `A line of a Backgrounder pack (${FORMAT})`,
    description:
      'A pack is newline-delimited JSON in UTF-8, optionally gzipped. The first line is the "pack" header. Unknown members are passed over.',
    oneOf: lines,
  };
}
