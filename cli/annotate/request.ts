import * as v from 'valibot';
import { parseDate } from '../../facts/dates.ts';

/** A line that cannot be used: what is wrong with it, and what to do. */
export class LineProblem extends Error {
  override readonly name = 'LineProblem';
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

const about = {
  id: v.union([v.string(), v.number()], 'has to be a text or a number'),
  date: v.optional(
    v.pipe(v.string(), v.check(isCalendarDay, 'has to be a day, such as "2024-11-15"')),
  ),
  lang: v.optional(v.pipe(v.string(), v.maxLength(35))),
};
const TextSchema = v.object({ ...about, text: v.string() });
const PageSchema = v.object({
  ...about,
  html: v.pipe(v.string(), v.nonEmpty('has to be the path of a file')),
  url: v.optional(v.string()),
});

/** A document to annotate: a text, or a page saved in a file. */
export type AnnotateRequest = v.InferOutput<typeof TextSchema> | v.InferOutput<typeof PageSchema>;

const AS_TEXT = '{"id":…,"text":"…"}';
const AS_PAGE = '{"id":…,"html":"path","url":"https://…"}';

/**
 * Reads one line of the input. Members that are not known are passed over.
 *
 * @throws LineProblem
 */
export function readRequest(line: string): AnnotateRequest {
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LineProblem(
      `is not JSON (${reason})`,
      'write one JSON object on this line, without a line break in it',
    );
  }
  const [hasText, hasPage] = [has(json, 'text'), has(json, 'html')];
  if (hasText === hasPage)
    throw new LineProblem(
      hasText ? 'has both "text" and "html"' : 'has neither "text" nor "html"',
      `write ${AS_TEXT} or ${AS_PAGE}`,
    );
  const parsed = v.safeParse(hasText ? TextSchema : PageSchema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new LineProblem(
    `"${v.getDotPath(issue)}": ${issue.message}`,
    `write ${hasText ? AS_TEXT : AS_PAGE}; see npm run --silent annotate -- --help`,
  );
}

function has(json: unknown, member: string): boolean {
  return typeof json === 'object' && json !== null && member in json;
}

function isCalendarDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text) !== null;
}
