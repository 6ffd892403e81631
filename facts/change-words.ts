import type { TextPart } from './card.ts';
import type { Change } from './changes.ts';
import { attributionOf, DECISIVE, type Stance } from './claims.ts';
import type { Entity, Fact } from './pack-format.ts';
import { PARTIES } from './predicates.ts';
import {
  entityPart,
  factParts,
  phraseParts,
  type Side,
  saying,
  sentence,
  type Wording,
} from './sentence.ts';
import { otherEnd } from './state.ts';

/** Topics whose phrases are nouns: "President of Iran", "member of the party". */
const NOUNS: ReadonlySet<string> = new Set(['role', 'membership']);

/**
 * A change as a sentence on the card of an entity: "Became President of Iran", "No
 * longer Supreme Leader of Iran", "Joe Biden left office", "Left the agreement: United
 * States", "Denied by Abbas Araghchi: met …".
 *
 * @param entity - whose card it is; undefined where both ends are named
 */
export function changeParts(
  change: Change,
  side: Side,
  entity: Entity | undefined,
  wording: Wording,
): TextPart[] {
  const { kind, dated, stances } = change;
  const { fact } = dated;
  if (kind === 'claimed') {
    const who = attributionOf(weightiest(stances ?? []), wording) ?? '';
    const said = { text: who, lang: wording.words.tag };
    return saying('facts.change.claimed', [[said], phraseParts(fact, side, wording)], wording);
  }
  if (kind === 'happened' || kind === 'held') return factParts(fact, side, wording);
  const began = kind === 'began';
  const isParty = PARTIES.has(fact.predicate);
  if (!NOUNS.has(dated.topic) && !isParty) {
    const parts = phraseParts(fact, side, wording);
    return began ? sentence(parts) : saying('facts.change.over', [parts], wording);
  }
  const other = entity && otherEnd(fact, entity.id);
  if (entity?.kind === 'office' && other !== undefined) {
    const key = began ? 'facts.change.tookOffice' : 'facts.change.leftOffice';
    return saying(key, [[entityPart(other, wording)]], wording);
  }
  if (entity?.kind === 'agreement' && isParty && other !== undefined) {
    const key = began ? 'facts.change.joined' : 'facts.change.left';
    return saying(key, [[entityPart(other, wording)]], wording);
  }
  if (side === 'both') return bothParts(fact, began, wording);
  const parts = phraseParts(fact, side, wording);
  // "Chief executive: Elon Musk" on the company's card is no noun to become.
  if (parts.some(({ text, entity: named }) => named === undefined && /[:：]\s*$/u.test(text))) {
    return saying(began ? 'facts.change.new' : 'facts.change.noLonger', [parts], wording);
  }
  return saying(began ? 'facts.change.became' : 'facts.change.noLonger', [parts], wording);
}

/** Who denies, disputes or confirms a thing changes what to think of it; else whoever spoke. */
function weightiest(stances: readonly Stance[]): readonly Stance[] {
  const decisive = stances.filter(({ stance }) => DECISIVE.has(stance));
  return decisive.length > 0 ? decisive : stances;
}

/** Of a role or membership, the one who has it begins the sentence. */
function bothParts(fact: Fact, began: boolean, wording: Wording): TextPart[] {
  const side = holdingSide(fact, wording);
  const holder = side === 'subject' ? fact.subject : (fact.object ?? fact.subject);
  return saying(
    began ? 'facts.change.whoBecame' : 'facts.change.whoCeased',
    [[entityPart(holder, wording)], phraseParts(fact, side, wording)],
    wording,
  );
}

/** Which end of a role, membership or agreement has it: "head of government" leads from a country to a person. */
function holdingSide({ subject, predicate, object }: Fact, wording: Wording): 'subject' | 'object' {
  if (object === undefined) return 'subject';
  if (PARTIES.has(predicate)) return 'object';
  const isPerson = (id: string) => wording.entity(id)?.kind === 'person';
  return isPerson(object) && !isPerson(subject) ? 'object' : 'subject';
}
