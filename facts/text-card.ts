import type {
  Card,
  Context,
  ShownClaim,
  ShownFact,
  ShownRole,
  ShownSource,
  TextPart,
} from './card.ts';

/** Words for what stands under "then" and "now" when that is nothing. */
const NOTHING: Readonly<Record<Card['stateOf'], string>> = {
  roles: 'no role known',
  holders: 'no holder known',
  parties: 'no party known',
  people: 'nobody known',
};

const STANCES: Readonly<Record<ShownClaim['stance'], string>> = {
  reports: 'reports',
  says: 'says so',
  confirms: 'confirms',
  denies: 'denies',
  disputes: 'disputes',
  'declines-to-comment': 'declined to comment',
};

/** A card as lines of plain text, with sources as numbers in brackets. */
export function textCard(card: Card): string {
  const numbers = numbered(card.sources);
  return [
    `${card.name.text} (${card.kind})`,
    ...(card.distance === undefined ? [] : [`  ${card.distance}`]),
    ...statesOf(card, numbers),
    ...(card.summary ? [`  ${card.summary.text}`] : []),
    ...titled(
      'Since then',
      card.since.flatMap((fact) => factLines(fact, numbers)),
    ),
    ...titled(
      'Facts',
      card.facts.flatMap((fact) => factLines(fact, numbers)),
    ),
    ...(card.factCount > card.facts.length ? [`  (${card.factCount} facts in all)`] : []),
    ...titled('Sources', sourceLines(card.sources)),
  ].join('\n');
}

/** The line of time of a page's entities as lines of plain text. */
export function textContext(context: Context): string {
  const numbers = numbered(context.sources);
  const part = (when: 'before' | 'day' | 'since') =>
    context.timeline
      .filter((moment) => moment.when === when)
      .flatMap((moment) => factLines(moment, numbers));
  const day = context.articleDate ?? 'today';
  return [
    `Around ${day}: ${context.entities.map(({ name }) => name.text).join(', ')}`,
    ...titled('Before', part('before')),
    ...titled('That day', part('day')),
    ...titled('Since', part('since')),
    ...titled(
      'Connections',
      context.facts.flatMap((fact) => factLines(fact, numbers)),
    ),
    ...titled('Sources', sourceLines(context.sources)),
  ].join('\n');
}

function statesOf(card: Card, numbers: ReadonlyMap<string, number>): string[] {
  const nothing = NOTHING[card.stateOf];
  const lines = (label: string, roles: readonly ShownRole[]) =>
    roles.length === 0
      ? [`  ${label}: ${nothing}`]
      : roles.map((role) => `  ${label}: ${roleText(role, numbers)}`);
  const { articleDate, rolesThen, rolesNow } = card;
  if (articleDate !== undefined && rolesNow) {
    return [...lines(`then (${articleDate})`, rolesThen), ...lines('now', rolesNow)];
  }
  if (rolesThen.length === 0) return [];
  return lines(articleDate === undefined ? 'now' : 'then and now', rolesThen);
}

function roleText(role: ShownRole, numbers: ReadonlyMap<string, number>): string {
  const { parts, date, asOf, attribution, notKnownUntil, pack, sources = [] } = role;
  return [
    text(parts),
    ...(date === undefined ? [] : [`, ${date}`]),
    ...(asOf === undefined ? [] : [` (as of ${asOf})`]),
    ...(attribution === undefined ? [] : [` · ${attribution}`]),
    ...(notKnownUntil === undefined ? [] : [` · not public until ${notKnownUntil}`]),
    ...(pack === undefined ? [] : [` · so ${pack}; another pack says otherwise`]),
    marks(sources, numbers),
  ].join('');
}

function factLines(
  fact: ShownFact & { readonly distance?: string | undefined },
  numbers: ReadonlyMap<string, number>,
): string[] {
  const { date, parts, status, attribution, claims, sources, note, notKnownUntil, pack } = fact;
  const away = fact.distance === undefined ? '' : ` [${fact.distance}]`;
  const mark = status === 'stated' ? '' : ` {${status}}`;
  return [
    `  ${date === undefined ? '' : `${date}  `}${text(parts)}${mark}${away}${marks(sources, numbers)}`,
    ...(attribution === undefined ? [] : [`      ${attribution}`]),
    ...(notKnownUntil === undefined ? [] : [`      not public until ${notKnownUntil}`]),
    ...(pack === undefined ? [] : [`      so ${pack}; another pack says otherwise`]),
    ...claims.map((claim) => `      – ${claimText(claim, numbers)}`),
    ...(note ? [`      ${note.text}`] : []),
  ];
}

function claimText(
  { by, stance, date, source, later }: ShownClaim,
  numbers: ReadonlyMap<string, number>,
): string {
  const when = date === undefined ? '' : `, ${date}`;
  const after = later ? ', after this article' : '';
  return `${by.text} ${STANCES[stance]}${when}${after}${marks(source === undefined ? [] : [source], numbers)}`;
}

function sourceLines(sources: readonly ShownSource[]): string[] {
  return sources.map(({ title, publisher, published, accessed, url, archived, pack }, at) => {
    const date = published ?? (accessed === undefined ? 'undated' : `accessed ${accessed}`);
    const copy = archived === undefined ? '' : ` (archived: ${archived})`;
    return `  [${at + 1}] ${publisher}: ${title}, ${date}. ${url}${copy} – ${pack}`;
  });
}

function numbered(sources: readonly ShownSource[]): ReadonlyMap<string, number> {
  return new Map(sources.map(({ id }, at) => [id, at + 1]));
}

function marks(ids: readonly string[], numbers: ReadonlyMap<string, number>): string {
  const known = ids.flatMap((id) => numbers.get(id) ?? []);
  return known.length === 0 ? '' : ` [${known.join(', ')}]`;
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function text(parts: readonly TextPart[]): string {
  return parts.map((part) => part.text).join('');
}
