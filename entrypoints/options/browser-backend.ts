import { browser } from 'wxt/browser';
import { PoliteFetch } from '../../network/polite-fetch.ts';
import { BUILT_IN_PACKS } from '../../packs/built-in.ts';
import { type FactBase, openFactBase } from '../../store/database.ts';
import type { Backend } from './backend.ts';
import { backupBackend } from './backup-backend.ts';
import { draftBackend } from './draft-backend.ts';
import { preferredLanguages } from './languages.ts';
import { lookUpBackend } from './look-up-backend.ts';
import { ownBackend } from './own-backend.ts';
import { packsBackend } from './packs-backend.ts';
import { permitAddresses } from './permission.ts';
import { preferencesBackend } from './preferences-backend.ts';

/** The backend in a browser: the fact base itself, which the extension's pages may open, and the network. */
export function browserBackend(): Backend {
  const opened = factBase();
  const { version } = browser.runtime.getManifest();
  const polite = new PoliteFetch({ version });
  const languages = preferredLanguages();
  return Object.assign(
    lookUpBackend(opened, { polite, languages, permit: permitAddresses }),
    packsBackend(opened, polite, languages),
    ownBackend(opened, languages),
    draftBackend(opened, languages),
    preferencesBackend(),
    backupBackend(opened, { version, builtIn: BUILT_IN_PACKS.ids }),
  );
}

/** The fact base, opened when it is first asked for and again after it was lost. */
function factBase(): () => Promise<FactBase> {
  let base: Promise<FactBase> | undefined;
  return () => {
    base ??= openFactBase(() => {
      base = undefined;
    }).catch((error: unknown) => {
      base = undefined;
      throw error;
    });
    return base;
  };
}
