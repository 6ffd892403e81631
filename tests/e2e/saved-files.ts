import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sendBidi } from '../../cli/bidi.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';

/** Has a browser save what pages give to the reader into a folder, without asking. */
export async function saveInto(session: ExtensionSession, folder: string): Promise<void> {
  if (session.kind === 'firefox') {
    await sendBidi(session.browser, 'browser.setDownloadBehavior', {
      downloadBehavior: { type: 'allowed', destinationFolder: folder },
    });
    return;
  }
  const browser = await session.browser.target().createCDPSession();
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}

/** The one gzipped file in a folder that has come whole; undefined while there is none. */
export async function savedGzip(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.gz'));
  const [name] = names;
  if (name === undefined || names.length > 1) return undefined;
  const file = path.join(folder, name);
  try {
    gunzipSync(await readFile(file));
    return file;
  } catch {
    // It is still being written.
    return undefined;
  }
}
