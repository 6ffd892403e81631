import type { Entity, Name } from '../../facts/pack-format.ts';
import { KINDS, type Kind } from '../../facts/vocabulary.ts';
import { cleanText, slugOf, UniqueIds } from '../clean-text.ts';
import type { ConvertOptions, Format } from '../converter.ts';
import { fileStem, packHeader, packId, publisherOf } from '../pack-header.ts';
import { PackWriter } from '../pack-writer.ts';
import { isQId, qIdIn, wikidataPage } from '../wikidata-ids.ts';
import { type ColumnNames, hasColumns } from './columns.ts';
import { type Cells, TableConverter, type TableRows } from './table-converter.ts';

type Column = 'name' | 'aliases' | 'kind' | 'summary' | 'url' | 'id' | 'lang';

/** The columns of a newsroom's own table and the names they may bear; only `name` is needed. */
export const SPREADSHEET_COLUMNS: ColumnNames<Column> = {
  name: ['name', 'full name', 'label'],
  aliases: ['aliases', 'alias', 'also known as', 'aka', 'other names'],
  kind: ['kind', 'type'],
  summary: ['summary', 'description'],
  url: ['url', 'link', 'website', 'homepage'],
  id: ['id', 'wikidata', 'qid', 'wikidata id'],
  lang: ['lang', 'language'],
};

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u;
const WEB_ADDRESS = /^https?:\/\/[^\s/]+\S*$/iu;
/** A name all in capitals, so short that in small letters it would be another word. */
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,6}$/u;

/** A newsroom's list of names: CSV, or with semicolons or tabs. */
export const SPREADSHEET: Format = {
  id: 'spreadsheet',
  name: 'Spreadsheet (CSV or TSV with a column "name")',
  shape: 'lines',
  recognises: (sample) => hasColumns(sample, SPREADSHEET_COLUMNS, ['name']),
  converter: (options) => new TableConverter(new SpreadsheetRows(options), new PackWriter()),
};

class SpreadsheetRows implements TableRows<Column> {
  readonly names = SPREADSHEET_COLUMNS;
  readonly required = ['name'] as const;
  readonly isStrict = false;
  readonly #options: ConvertOptions;
  readonly #pack: string;
  readonly #ids = new UniqueIds();
  readonly #lineOfId = new Map<string, number>();
  /** Names that stand for an entity above: whoever bears one too needs context. */
  readonly #borne = new Set<string>();

  constructor(options: ConvertOptions) {
    this.#options = options;
    this.#pack = packId(options);
  }

  begin(writer: PackWriter): void {
    writer.header(1, packHeader(this.#options));
    const { url, today } = this.#options;
    if (url === undefined) return;
    writer.source(1, {
      id: 'table',
      title: fileStem(this.#options),
      publisher: publisherOf(this.#options),
      url,
      accessed: today,
    });
  }

  end(): void {}

  row(line: number, cells: Cells<Column>, writer: PackWriter): void {
    const name = cleanText(cells.name);
    if (name === '') {
      writer.problem(line, 'has no name', 'fill in the column "name" or delete the row');
      return;
    }
    const kind = kindOf(cells.kind);
    if (kind === undefined) {
      writer.problem(
        line,
        `the kind "${cleanText(cells.kind)}" of "${name}" is not known`,
        `write one of ${KINDS.join(', ')}`,
      );
      return;
    }
    const id = this.#idOf(line, cleanText(cells.id), name, writer);
    if (id === undefined) return;
    const lang = this.#languageOf(line, cells.lang.trim(), name, writer);
    const summary = cleanText(cells.summary);
    const links = {
      ...(isQId(id) && { wikidata: wikidataPage(id) }),
      ...this.#link(line, cells.url.trim(), name, writer),
    };
    const entity: Entity = {
      id,
      kind,
      names: this.#namesOf([name, ...cells.aliases.split(/[|;]/u).map(cleanText)], kind, lang),
      ...(summary !== '' && { summary: { [lang ?? this.#options.languages[0] ?? 'en']: summary } }),
      ...(Object.keys(links).length > 0 && { links }),
    };
    writer.entity(line, entity);
  }

  #idOf(line: number, given: string, name: string, writer: PackWriter): string | undefined {
    if (given === '') return this.#ids.give(`${this.#pack}:${slugOf(name) || 'unnamed'}`);
    const item = qIdIn(given);
    const isWhole = /^[^\s:]+:\S+$/u.test(given);
    const id = item ?? (isWhole ? given : `${this.#pack}:${slugOf(given)}`);
    const first = this.#lineOfId.get(id);
    if (first !== undefined || this.#ids.has(id)) {
      writer.problem(
        line,
        `the id "${given}" of "${name}" is ${first === undefined ? 'taken' : `that of line ${first}`} already`,
        'merge the two rows or give this one an id of its own',
      );
      return undefined;
    }
    this.#lineOfId.set(id, line);
    this.#ids.take(id);
    return id;
  }

  #languageOf(line: number, lang: string, name: string, writer: PackWriter): string | undefined {
    if (lang === '' || LANGUAGE.test(lang)) return lang === '' ? undefined : lang;
    writer.problem(
      line,
      `the language "${cleanText(lang)}" of "${name}" was left out: it is not a language tag`,
      'write a tag of BCP 47, for instance "en" or "zh-Hant"',
    );
    return undefined;
  }

  #link(line: number, url: string, name: string, writer: PackWriter): { website?: string } {
    if (url === '') return {};
    if (WEB_ADDRESS.test(url)) return { website: url };
    writer.problem(
      line,
      `the link "${cleanText(url)}" of "${name}" was left out: it is not an http or https address`,
      'write it whole, beginning with https://',
    );
    return {};
  }

  #namesOf(texts: readonly string[], kind: Kind, lang: string | undefined): Name[] {
    return [...new Set(texts)]
      .filter((text) => text !== '')
      .map((text, at): Name => {
        const key = `${lang ?? ''} ${text}`;
        const isBorne = this.#borne.has(key);
        this.#borne.add(key);
        return {
          text,
          ...(lang !== undefined && { lang }),
          ...(at > 0 && kind !== 'person' && ACRONYM.test(text) && { use: 'acronym' as const }),
          ...(isBorne && { needs: 'context' as const }),
        };
      });
  }
}

function kindOf(cell: string): Kind | undefined {
  const kind = cleanText(cell).toLowerCase();
  if (kind === '') return 'other';
  const wanted = kind === 'organization' ? 'organisation' : kind;
  return KINDS.find((known) => known === wanted);
}
