import * as v from 'valibot';
import { REASONS } from './evidence.ts';
import { USES } from './index-layout.ts';
import type { Why } from './mention.ts';

const WhySchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    use: v.picklist(USES),
    pack: v.string(),
    score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    reasons: v.array(v.picklist(REASONS)),
    runnersUp: v.array(
      v.object({
        entity: v.string(),
        score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      }),
    ),
  }),
);

/**
 * The reasons for a mention as one text. A page keeps it unread and hands it back
 * when it asks for the card, so that it need not know what reasons there are.
 */
export function encodeWhy({ use, pack, score, reasons, runnersUp }: Why): string {
  return JSON.stringify({ use, pack, score, reasons, runnersUp });
}

/** The reasons that a page handed back; undefined when they are none. */
export function decodeWhy(text: string): Why | undefined {
  const parsed = v.safeParse(WhySchema, text);
  return parsed.success ? parsed.output : undefined;
}
