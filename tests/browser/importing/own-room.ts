/** What the tests of the reader's own entries put into a page. */
import { lookUpBackend } from '../../../entrypoints/options/look-up-backend.ts';
import { ownBackend } from '../../../entrypoints/options/own-backend.ts';
import { PoliteFetch } from '../../../network/polite-fetch.ts';
import { type FactBase, openFactBase } from '../../../store/database.ts';
import { importPack } from '../../../store/import-pack.ts';
import { ownEntries, putOwnEntry } from '../../../store/own.ts';
import { deleteBase } from '../store/raw-base.ts';
import { makeEntry, makePack } from './room.ts';

export function open(): Promise<FactBase> {
  return openFactBase(() => {});
}

export {
  deleteBase,
  importPack,
  lookUpBackend,
  makeEntry,
  makePack,
  ownBackend,
  ownEntries,
  PoliteFetch,
  putOwnEntry,
};
