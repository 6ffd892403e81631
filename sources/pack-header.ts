import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { FORMAT, type Header } from '../facts/pack-format.ts';
import type { ConvertOptions } from './converter.ts';

/** Ends of file names that say how a file is written and not what it is about. */
const EXTENSIONS = /(?:\.(?:csv|tsv|tab|txt|json|jsonl|ndjson|ftm|gz))+$/iu;
const LONGEST_ID = 64;
/** Of what is added to an id in which letters of a name are lost. */
const MARK_LENGTH = 8;

/** The name of a file without folders and endings; "import" where there is none. */
export function fileStem({ fileName }: Pick<ConvertOptions, 'fileName'>): string {
  const stem = fileName?.replace(/^.*[/\\]/su, '').replace(EXTENSIONS, '');
  return stem || 'import';
}

/**
 * The id of the pack that is made: what the options say, else the file's name as
 * one. Names in other scripts than the Latin are told apart by a mark at its end.
 */
export function packId(options: ConvertOptions): string {
  if (options.header?.id !== undefined) return options.header.id;
  const stem = fileStem(options).normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const isWhole = !/(?![a-z0-9])[\p{L}\p{N}]/u.test(stem);
  const mark = isWhole ? '' : bytesToHex(sha256(utf8ToBytes(stem))).slice(0, MARK_LENGTH);
  const id = stem
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-/u, '')
    .slice(0, LONGEST_ID - (isWhole ? 0 : MARK_LENGTH + 1))
    .replace(/-$/u, '');
  return [id || 'import', mark].filter((part) => part !== '').join('-');
}

/**
 * The header of a pack made from a file that has none of its own.
 *
 * @param asOf - the day the file speaks for, where it says one
 */
export function packHeader(options: ConvertOptions, asOf: string = options.today): Header {
  return {
    format: FORMAT,
    title: { en: fileStem(options) },
    version: asOf,
    asOf,
    languages: [...options.languages],
    licence: 'not stated',
    publisher: publisherOf(options),
    ...options.header,
    id: packId(options),
  };
}

/** Who publishes a file: what the options say, else the host of its address. */
export function publisherOf({ header, url }: ConvertOptions): string {
  if (header?.publisher !== undefined) return header.publisher;
  const host = url === undefined ? undefined : hostOf(url);
  return host ?? 'not stated';
}

function hostOf(url: string): string | undefined {
  return /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/iu.exec(url)?.[1];
}
