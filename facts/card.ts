/**
 * A card as it is shown: every date formatted, every name chosen for the
 * reader's language, so that views compute nothing. Plain data, sent by
 * message and parsed against these schemas where it arrives.
 */
import * as v from 'valibot';
import { KINDS, STANCES, TOPICS } from './vocabulary.ts';

const id = v.pipe(v.string(), v.maxLength(200));
/** Led by a pack's id, and with what happened behind it: "us-iran/f1#end". */
const ownId = v.pipe(v.string(), v.maxLength(400));

/** A text with the language it is in, for `lang` and `dir`. */
export const LocalTextSchema = v.object({ text: v.string(), lang: v.string() });

/** A piece of a sentence; one with `entity` opens that entity's card. */
const TextPartSchema = v.object({
  text: v.string(),
  entity: v.optional(id),
  lang: v.optional(v.string()),
});

/** What a statement's stances make of it. `stated`: its sources simply say so. */
const STATUSES = ['stated', 'said', 'reported', 'confirmed', 'disputed', 'denied'] as const;

const ShownClaimSchema = v.object({
  by: TextPartSchema,
  stance: v.picklist(STANCES),
  /** For reading: "16 Nov 2024". */
  date: v.optional(v.string()),
  source: v.optional(ownId),
  /** It was made after the article's day. */
  later: v.optional(v.boolean()),
});

export const ShownFactSchema = v.object({
  id: ownId,
  /** For reading: "11 Nov 2024", "2015–2019", "since 28 Jul 2024". Absent when undated. */
  date: v.optional(v.string()),
  parts: v.array(TextPartSchema),
  note: v.optional(LocalTextSchema),
  topic: v.picklist(TOPICS),
  status: v.picklist(STATUSES),
  /** Who says so and who denies it, in one phrase: "Reported by X; denied by Y". Absent where `stated`. */
  attribution: v.optional(v.string()),
  /** In the order of time. */
  claims: v.array(ShownClaimSchema),
  /** Ids into the card's `sources`. */
  sources: v.array(ownId),
  /** It touches another entity of the page. */
  onPage: v.boolean(),
  /** When it became public, for reading; only where that was after the article's day. */
  notKnownUntil: v.optional(v.string()),
  /** How far from the article's day, for reading: "4 days before". Only in lists by time. */
  distance: v.optional(v.string()),
  /** The pack that says so; only where another pack says otherwise. */
  pack: v.optional(v.string()),
  /** Facts of other packs, among those shown, that say otherwise; they stand next to it. */
  disagreesWith: v.optional(v.array(ownId)),
});

export const ShownSourceSchema = v.object({
  id: ownId,
  title: v.string(),
  publisher: v.string(),
  url: v.pipe(v.string(), v.regex(/^https?:\/\//i)),
  /** A copy in an archive, where the pack names one. */
  archived: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//i))),
  /** For reading; absent when only the day of access is known. */
  published: v.optional(v.string()),
  accessed: v.optional(v.string()),
  /** The pack that cites it, with its version: "US–Iran relations, 2026.11.23". */
  pack: v.string(),
});

/** A role, a holder or a party with the words for its time: "President of Iran", "since 28 Jul 2024". */
export const ShownRoleSchema = v.object({
  parts: v.array(TextPartSchema),
  date: v.optional(v.string()),
  /** For reading: how far its sources reach, where that is before the day it is shown for. */
  asOf: v.optional(v.string()),
  /** As of a fact. */
  attribution: v.optional(v.string()),
  /** When it became public, for reading; only where that was after the article's day. */
  notKnownUntil: v.optional(v.string()),
  /** The pack that says so; only where another pack says otherwise, which stands next to it. */
  pack: v.optional(v.string()),
  /** Ids into the card's `sources`. */
  sources: v.optional(v.array(ownId)),
});

const ShownPackSchema = v.object({
  id: v.string(),
  title: v.string(),
  version: v.string(),
  asOf: v.string(),
});

export const CardSchema = v.object({
  id,
  kind: v.picklist(KINDS),
  name: LocalTextSchema,
  /** Other full names, at most three: those in the language shown, then other scripts. */
  otherNames: v.array(LocalTextSchema),
  summary: v.optional(LocalTextSchema),
  /** The article's day the card was made for, for reading; absent when the page has no date. */
  articleDate: v.optional(v.string()),
  /** What the states are: roles of a person, holders of an office, parties of an agreement, people of others. */
  stateOf: v.picklist(['roles', 'holders', 'parties', 'people']),
  /** The state on the article's day; where today's differs, only what no longer holds. */
  rolesThen: v.array(ShownRoleSchema),
  /** The state today; absent when nothing has changed since the article's day. */
  rolesNow: v.optional(v.array(ShownRoleSchema)),
  /** Of an event, how far from the article's day, for reading: "4 days before the article". */
  distance: v.optional(v.string()),
  /** What has changed since the article's day and matters, in the order of time. */
  since: v.array(ShownFactSchema),
  /** The facts that matter here, most telling first; no more than were asked for. */
  facts: v.array(ShownFactSchema),
  /** How many facts there are in all. */
  factCount: v.number(),
  sources: v.array(ShownSourceSchema),
  packs: v.array(ShownPackSchema),
  links: v.array(
    v.object({ label: v.string(), url: v.pipe(v.string(), v.regex(/^https?:\/\//i)) }),
  ),
});

/** Why a name on a page was taken for the card's entity. */
export const ExplanationSchema = v.object({
  /** In whole sentences, the weightiest first. */
  sentences: v.array(v.string()),
  /** Who else the name may stand for, the likeliest first, and how likely that is, 0 to 1. */
  rivals: v.array(v.object({ name: v.string(), share: v.number() })),
});

/** One line of a result list. */
export const EntityRowSchema = v.object({
  id,
  kind: v.picklist(KINDS),
  name: LocalTextSchema,
  /** The name that the query matched, when it is not the one shown. */
  matched: v.optional(LocalTextSchema),
  /** The role today, or the summary. */
  line: v.optional(LocalTextSchema),
  /** The reader's own secret, which is not painted on pages. */
  private: v.optional(v.boolean()),
});

/** A fact on a line of time around the article's day. */
const ShownMomentSchema = v.object({
  ...ShownFactSchema.entries,
  when: v.picklist(['before', 'day', 'since']),
});

/** What the entities of a page have to do with each other. */
export const ContextSchema = v.object({
  /** The day that the line of time is centred on, for reading; absent when it is today. */
  articleDate: v.optional(v.string()),
  /** The page's entities, by prominence. */
  entities: v.array(EntityRowSchema),
  /** Facts that connect two of them, in the order of time; `parts` name both. */
  facts: v.array(ShownFactSchema),
  /** Of these the ids of the few nearest to the article's day. */
  nearest: v.array(ownId),
  /** What happened to the page's entities around the article's day, in the order of time. */
  timeline: v.array(ShownMomentSchema),
  sources: v.array(ShownSourceSchema),
});

export type LocalText = v.InferOutput<typeof LocalTextSchema>;
export type TextPart = v.InferOutput<typeof TextPartSchema>;
export type Status = (typeof STATUSES)[number];
export type ShownClaim = v.InferOutput<typeof ShownClaimSchema>;
export type ShownFact = v.InferOutput<typeof ShownFactSchema>;
export type ShownMoment = v.InferOutput<typeof ShownMomentSchema>;
export type ShownSource = v.InferOutput<typeof ShownSourceSchema>;
export type ShownRole = v.InferOutput<typeof ShownRoleSchema>;
export type ShownPack = v.InferOutput<typeof ShownPackSchema>;
export type Card = v.InferOutput<typeof CardSchema>;
export type Explanation = v.InferOutput<typeof ExplanationSchema>;
export type EntityRow = v.InferOutput<typeof EntityRowSchema>;
export type Context = v.InferOutput<typeof ContextSchema>;
