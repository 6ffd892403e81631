import type { Header } from '../../facts/pack-format.ts';
import {
  writeCountries,
  writeDisputes,
  writeMemberships,
  writeMetonyms,
  writePlaces,
} from './countries.ts';
import { COUNTRY_LANGUAGES } from './country-names.ts';
import { writeEvents } from './events.ts';
import { markNamesakes } from './namesakes.ts';
import { writeOrganisations } from './organisations.ts';
import { ndjson, PackLines } from './pack-lines.ts';
import { People } from './people.ts';
import { PREDICATES } from './predicates.ts';
import { readTable, tablesIn } from './read-table.ts';
import { Register } from './register.ts';
import { writeUsGovernment } from './us-government.ts';

const HEADER: Header = {
  format: 'backgrounder/1',
  id: 'world',
  title: { en: 'The world in the news' },
  version: '2026.12.1',
  asOf: '2026-12-01',
  languages: [...COUNTRY_LANGUAGES],
  licence: 'CC0-1.0',
  publisher: 'Backgrounder',
};

/** Sites bear no date: they are told as they were known about then, and were not visited for the tables. */
const UNDATED = '2025~';

export interface World {
  readonly text: string;
  /** Cells that name nothing in the pack: they are told in words there. */
  readonly unknown: readonly string[];
}

/** Builds the pack "world" from the tables beside this file. */
export function buildWorld(): World {
  const lines = new PackLines();
  for (const file of tablesIn('sources'))
    for (const {
      id = '',
      title = '',
      publisher = '',
      url = '',
      published = '',
      licence = '',
    } of readTable(file, ['id', 'title', 'publisher', 'url', 'published', 'licence']))
      lines.source({
        id,
        title,
        publisher,
        url,
        published: published || UNDATED,
        ...(licence && { licence }),
      });
  const people = new People(lines);
  const register = new Register(people);
  writeCountries(lines, register);
  writePlaces(lines, register);
  writeOrganisations(lines, register);
  people.write(lines);
  writeUsGovernment(lines, register, people);
  writeEvents(lines, register);
  writeMemberships(lines, register);
  writeMetonyms(lines, register);
  writeDisputes(lines, register);
  const entities = markNamesakes([...lines.entities.values()]);
  lines.entities.clear();
  for (const entity of entities) lines.entities.set(entity.id, entity);
  return { text: ndjson(HEADER, lines, PREDICATES), unknown: register.unknown };
}
