/** The closed lists of the pack format, apart from its schemas: a page loads these and not those. */

export const KINDS = [
  'person',
  'organisation',
  'place',
  'agreement',
  'event',
  'office',
  'product',
  'work',
  'group',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

export const NAME_USES = ['short', 'acronym', 'former', 'nickname', 'demonym', 'metonym'] as const;
export const STANCES = [
  'reports',
  'says',
  'confirms',
  'denies',
  'disputes',
  'declines-to-comment',
] as const;
export const TOPICS = [
  'role',
  'life',
  'membership',
  'agreement',
  'event',
  'relation',
  'holding',
  'location',
  'other',
] as const;

export type NameUse = (typeof NAME_USES)[number];
export type StanceKind = (typeof STANCES)[number];
export type Topic = (typeof TOPICS)[number];
