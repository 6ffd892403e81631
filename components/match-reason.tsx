import type { ShownPack } from '../facts/card.ts';
import type { NameUse } from '../facts/vocabulary.ts';

/** Why a highlight is this entity: the parts of a linker's `Mention` that say so. */
export interface MatchReasonValue {
  alias: string;
  use: 'full' | 'derived' | NameUse;
  pack: string;
  ground: 'full-name' | 'stands-alone' | 'full-name-on-page' | 'phrase';
}

const USE_WORDS: Record<MatchReasonValue['use'], string> = {
  full: 'a full name',
  derived: 'part of a full name',
  short: 'a short name',
  acronym: 'an acronym',
  former: 'a former name',
  nickname: 'a nickname',
  demonym: 'a name for its people',
  metonym: 'a name that stands for it',
};

const GROUND_WORDS: Record<MatchReasonValue['ground'], string> = {
  'full-name': 'Nothing else in your packs bears it.',
  'stands-alone': 'The pack says that it is clear by itself.',
  'full-name-on-page': 'The full name is on this page too.',
  phrase: 'The words around it are a phrase that the pack lists.',
};

export interface MatchReasonProps {
  reason: MatchReasonValue;
  packs: readonly ShownPack[];
}

/** Why the text was taken for this entity, in words. */
export function MatchReason({ reason: { alias, use, pack, ground }, packs }: MatchReasonProps) {
  return (
    <p dir="ltr">
      “<bdi>{alias}</bdi>” is {USE_WORDS[use]}. {GROUND_WORDS[ground]} Listed in{' '}
      <bdi>{packs.find(({ id }) => id === pack)?.title ?? pack}</bdi>.
    </p>
  );
}
