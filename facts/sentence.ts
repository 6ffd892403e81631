import { isolated } from '../words/isolated.ts';
import type { Key, Words } from '../words/words.ts';
import type { LocalText, TextPart } from './card.ts';
import { formatDate } from './dates.ts';
import type { Entity, Fact, Predicate, Texts, Value } from './pack-format.ts';
import type { Reader } from './reader.ts';

/** What a sentence needs to name the things it speaks of. */
export interface Wording extends Reader {
  readonly entity: (id: string) => Entity | undefined;
  readonly predicate: (id: string) => Predicate | undefined;
  /** Names that were chosen before: a card says the same few again and again. */
  readonly chosen: Map<string, TextPart>;
}

/** Which side of a fact the card is about: `both` names subject and object. */
export type Side = 'subject' | 'object' | 'both';

/** Whether an entity is a fact's subject or its object. */
export function sideOf(fact: Fact, entity: string): Side {
  return fact.subject === entity ? 'subject' : 'object';
}

const PLACEHOLDER = /\{(subject|object|value)\}/u;

/**
 * A fact in words, as parts of which some open an entity: by the predicate's
 * template in the first of the reader's languages that has one, else as
 * "label: object".
 */
export function factParts(fact: Fact, side: Side, wording: Wording): TextPart[] {
  const parts = phraseParts(fact, side, wording);
  return sentence(
    fact.place === undefined
      ? parts
      : saying('facts.atPlace', [parts, [entityPart(fact.place, wording)]], wording),
  );
}

/** The same as it stands inside a sentence: without its place and its capital. */
export function phraseParts(fact: Fact, side: Side, wording: Wording): TextPart[] {
  const predicate = wording.predicate(fact.predicate);
  const template = predicate && templateFor(predicate, side, wording);
  const language = template?.lang ?? wording.languages[0] ?? 'en';
  const fill = (slot: string | undefined): TextPart[] => {
    if (slot === 'subject') return [entityPart(fact.subject, wording)];
    if (fact.object !== undefined) return [entityPart(fact.object, wording)];
    // A date that stands in front of the sentence is not said again in it.
    if (fact.value === undefined || isDatedByValue(fact)) return [];
    return [valuePart(fact.value, wording)];
  };
  // Splitting at a captured group puts the slots at the odd places.
  const parts = (template?.text ?? '{value}')
    .split(PLACEHOLDER)
    .flatMap((piece, at): TextPart[] => {
      if (at % 2 === 1) return fill(piece);
      return piece === '' ? [] : [{ text: piece, lang: language }];
    });
  // What led up to an empty slot has nothing to end in.
  const last = parts.at(-1);
  return last
    ? [...parts.slice(0, -1), { ...last, text: last.text.replace(/[\s:]+$/u, '') }]
    : parts;
}

/** A message as parts, with parts for its slots. */
export function saying(
  key: Key,
  slots: readonly (readonly TextPart[])[],
  { words }: Pick<Reader, 'words'>,
): TextPart[] {
  return words.pieces(key).flatMap((piece): readonly TextPart[] => {
    if (typeof piece === 'number') return slots[piece] ?? [];
    return piece === '' ? [] : [{ text: piece, lang: words.tag }];
  });
}

/** A text as it stands among the interface's words: one of another language must not turn them around. */
export function setOff(text: string, lang: string | undefined, { tag }: Words): string {
  return lang !== undefined && primary(lang) === primary(tag) ? text : isolated(text);
}

function primary(tag: string): string {
  return tag.split('-', 1)[0] ?? '';
}

/** Parts with a capital at their beginning, unless a name begins them. */
export function sentence(parts: readonly TextPart[]): TextPart[] {
  const [first, ...rest] = parts;
  if (!first || first.entity !== undefined) return [...parts];
  return [{ ...first, text: capitalise(first.text, first.lang ?? 'en') }, ...rest];
}

/** Born, died, founded: a fact whose value is a date and which has no other. */
function isDatedByValue({ value, at, start, end }: Fact): boolean {
  return (
    typeof value === 'object' &&
    'date' in value &&
    at === undefined &&
    start === undefined &&
    end === undefined
  );
}

function templateFor(predicate: Predicate, side: Side, wording: Wording): LocalText | undefined {
  const label = pickText(predicate.label, wording.languages);
  if (side === 'both') {
    return (
      pickText(predicate.sentence, wording.languages) ??
      (label && { ...label, text: `{subject} – ${label.text}: {object}` })
    );
  }
  if (side === 'subject') {
    return (
      pickText(predicate.phrase, wording.languages) ??
      (label && { ...label, text: `${label.text}: {object}` })
    );
  }
  const inverse = pickText(predicate.inverse, wording.languages);
  return (
    pickText(predicate.inversePhrase, wording.languages) ??
    (inverse && { ...inverse, text: `${inverse.text}: {subject}` }) ??
    (label && { ...label, text: `{subject} – ${label.text}` })
  );
}

/** An entity's name as a part that opens it; the bare id when no pack knows it. */
export function entityPart(id: string, wording: Wording): TextPart {
  const known = wording.chosen.get(id);
  if (known) return known;
  const entity = wording.entity(id);
  const name = entity && displayName(entity, wording.languages);
  const part = name ? { text: name.text, lang: name.lang, entity: id } : { text: id };
  wording.chosen.set(id, part);
  return part;
}

function valuePart(value: Value, wording: Wording): TextPart {
  const { languages } = wording;
  const [language = 'en'] = languages;
  if (typeof value === 'number') return { text: formatNumber(value, language) };
  if ('amount' in value && typeof value.amount === 'number') {
    const unit = typeof value.unit === 'string' ? ` ${value.unit}` : '';
    return { text: `${formatNumber(value.amount, language)}${unit}` };
  }
  const date = (value as Texts)['date'];
  if (date !== undefined) return { text: formatDate(date, wording) };
  return pickText(value as Texts, languages) ?? { text: '' };
}

function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}

/** A text with its first letter as a capital. */
export function capitalise(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/** The text in the first of the languages that has one, then English, then any. */
export function pickText(
  texts: Texts | undefined,
  languages: readonly string[],
): LocalText | undefined {
  if (!texts) return undefined;
  for (const language of [...languages, 'en']) {
    const lang = [language, language.split('-', 1)[0] ?? ''].find((tag) => texts[tag]);
    if (lang) return { text: texts[lang] ?? '', lang };
  }
  const [any] = Object.entries(texts);
  return any && { lang: any[0], text: any[1] };
}

/** The name to show: the first full name in one of the languages, then in English, then the first. */
export function displayName(entity: Entity, languages: readonly string[]): LocalText {
  const full = entity.names.filter((name) => name.use === undefined);
  for (const language of [...languages, 'en']) {
    const name = full.find(({ lang }) => lang?.split('-', 1)[0] === language.split('-', 1)[0]);
    if (name) return { text: name.text, lang: name.lang ?? language };
  }
  const [first] = full.length > 0 ? full : entity.names;
  return { text: first?.text ?? entity.id, lang: first?.lang ?? '' };
}
