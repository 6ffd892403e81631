import type { Name } from '../../facts/pack-format.ts';
import { NAME_USES } from '../../facts/vocabulary.ts';
import { listIn } from './read-table.ts';

const NAME =
  /^(?<text>.+?)(?:@(?<lang>[a-z]{2,3}(?:-[A-Za-z]{2,8})*))?(?:#(?<use>[a-z]+))?(?<needs>!)?$/u;

/**
 * Names as the tables write them: `United Nations; ONU@fr#acronym; Fed#short!`. Without a
 * language it is English, without a use a full name; `!` says that the name is a word or somebody
 * else's too, and needs context.
 *
 * @throws SyntaxError when a use is none
 */
export function namesIn(cell: string | undefined, at: string): Name[] {
  return listIn(cell).map((entry) => {
    const { text = '', lang = 'en', use, needs } = NAME.exec(entry)?.groups ?? {};
    const known = NAME_USES.find((one) => one === use);
    if (use !== undefined && !known)
      throw new SyntaxError(`${at}: "${use}" in "${entry}" is none of ${NAME_USES.join(', ')}.`);
    return {
      text,
      lang,
      ...(known && { use: known }),
      ...(needs !== undefined && { needs: 'context' as const }),
    };
  });
}
