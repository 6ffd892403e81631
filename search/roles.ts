import * as v from 'valibot';
import type { Predicate } from '../facts/pack-format.ts';
import { wordsOf } from '../linking/tokens.ts';

/** A predicate that gives a role, and the sets of words of which one has to be in a query. */
export const RoleSchema = v.object({ id: v.string(), phrases: v.array(v.array(v.string())) });
export type Role = v.InferOutput<typeof RoleSchema>;

/** Words that say nothing of which role it is, in the languages that packs word roles in most. */
const SMALL_WORDS = new Set(
  'of the to at in for a an and de la le les du des d l el los las del y et e der die das den dem von van zu im in do da dos das o a di il lo и в на by as'.split(
    ' ',
  ),
);

export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}

/** The words in which somebody would ask for who has a role. */
export function roleOf({ id, label, phrase, inverse }: Predicate): Role {
  const texts = [label, phrase, inverse].flatMap((one) => Object.values(one ?? {}));
  const phrases = texts.map((text) =>
    wordsOf(text.replaceAll(/\{\w+\}/gu, ' ')).filter((word) => !isSmallWord(word)),
  );
  const distinct = new Map(phrases.map((words) => [words.join(' '), words]));
  distinct.delete('');
  return { id, phrases: [...distinct.values()] };
}

/** A role that words ask for, and the words that say of what. */
export interface AskedRole {
  readonly predicate: string;
  readonly of: readonly string[];
}

/** "tesla chief executive": the roles whose words stand in a query beside others. */
export function rolesAsked(roles: readonly Role[], words: readonly string[]): AskedRole[] {
  return roles.flatMap(({ id, phrases }) =>
    phrases.flatMap((phrase) => {
      if (!phrase.every((word) => words.includes(word))) return [];
      const of = words.filter((word) => !phrase.includes(word) && !isSmallWord(word));
      return of.length > 0 ? [{ predicate: id, of }] : [];
    }),
  );
}
