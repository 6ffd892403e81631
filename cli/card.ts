/**
 * `npm run --silent card -- --entity Q22686 --date 2024-11-15` prints cards as text, made of
 * packs by the rooms that the extension is made of.
 */
import path from 'node:path';
import type { CardMaterial, Viewpoint } from '../facts/card-material.ts';
import { resolveContext } from '../facts/connections.ts';
import { firstDayOf } from '../facts/dates.ts';
import { localDay } from '../facts/days.ts';
import { packMaterials } from '../facts/pack-material.ts';
import { resolveCard, resolveRow } from '../facts/resolve-card.ts';
import { textCard, textContext } from '../facts/text-card.ts';
import { PackError, readPackFile } from './annotate/load-packs.ts';
import { CARD_USAGE, readCardOptions, UsageError } from './card/options.ts';
import { ENGLISH } from './english.ts';
import { findPacks } from './find-packs.ts';
import { forTerminal } from './pack/command.ts';

/** @returns the exit status */
function main(args: readonly string[]): number {
  try {
    // npm changes to the project's folder; file names mean the folder in which it was called.
    const options = readCardOptions(args, process.env['INIT_CWD'] ?? process.cwd());
    if (options.help) {
      console.log(CARD_USAGE);
      return 0;
    }
    const builtIn = () => findPacks(path.resolve(import.meta.dirname, '../packs'));
    const packs = (options.packs.length > 0 ? options.packs : builtIn()).map(readPackFile);
    const materialOf = packMaterials(packs);
    const named = (text: string): CardMaterial => {
      const id = packs
        .flatMap(({ entities }) => entities)
        .find(({ names }) =>
          names.some((name) => name.use === undefined && name.text === text),
        )?.id;
      const material = materialOf(text) ?? (id === undefined ? undefined : materialOf(id));
      if (!material) throw new UsageError(`No pack knows "${text}".`);
      return material;
    };
    const materials = options.entities.map(named);
    const page = [...options.page.map(named), ...materials].map(({ entity }) => entity.id);
    const viewOn = (own?: string): Viewpoint => ({
      article: firstDayOf(options.date),
      today: firstDayOf(options.today) ?? localDay(new Date()),
      page: new Set(page.filter((id) => id !== own)),
      languages: ['en'],
      words: ENGLISH,
      limit: options.facts,
    });
    const [any] = materials;
    const texts =
      options.context && any
        ? [
            textContext(
              resolveContext(
                materials.map((material) => resolveRow(material, viewOn())),
                materials.flatMap(({ facts }) => facts),
                any,
                viewOn(),
              ),
            ),
          ]
        : materials.map((material) => textCard(resolveCard(material, viewOn(material.entity.id))));
    console.log(forTerminal(texts.join('\n\n')));
    return 0;
  } catch (error) {
    if (error instanceof UsageError)
      console.error(forTerminal(`${error.message}\n\n${CARD_USAGE}`));
    else if (error instanceof PackError) console.error(forTerminal(error.message));
    else throw error;
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
