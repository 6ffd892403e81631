import type { Name } from '../../facts/pack-format.ts';
import type { Kind } from '../../facts/vocabulary.ts';
import { cleanText } from '../clean-text.ts';
import { type FtmEntity, valuesOf } from './entity.ts';

/** Schemata that stand for something with a name, by the kind that it is. */
export const KINDS_OF_SCHEMATA: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    Person: 'person',
    Organization: 'organisation',
    Company: 'organisation',
    PublicBody: 'organisation',
    LegalEntity: 'organisation',
    Position: 'office',
    Event: 'event',
    CourtCase: 'event',
    Vessel: 'product',
    Airplane: 'product',
    Vehicle: 'product',
  } satisfies Record<string, Kind>),
);

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,6}$/u;

/** The names of an entity, that of its caption first, each once. Weak aliases need context. */
export function namesOf(entity: FtmEntity, kind: Kind): Name[] {
  const caption = cleanText(entity.caption ?? '');
  const full = valuesOf(entity, 'name');
  const names = new Map<string, Name>();
  const add = (texts: readonly string[], more: Omit<Name, 'text'> = {}) => {
    for (const text of texts) {
      if (names.has(text)) continue;
      const isAcronym = kind !== 'person' && names.size > 0 && ACRONYM.test(text);
      const needsContext = kind === 'office' || more.needs !== undefined;
      names.set(text, {
        text,
        ...(more.use !== undefined ? { use: more.use } : isAcronym && { use: 'acronym' }),
        ...(needsContext && { needs: 'context' }),
      });
    }
  };
  add(full.includes(caption) || (full.length === 0 && caption !== '') ? [caption] : []);
  add(full);
  add(valuesOf(entity, 'alias'));
  add(valuesOf(entity, 'abbreviation'), { use: 'acronym' });
  add(valuesOf(entity, 'previousName'), { use: 'former' });
  add(valuesOf(entity, 'weakAlias'), { needs: 'context' });
  return [...names.values()];
}
