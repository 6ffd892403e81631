import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../importing/open-file.ts';

/** A file that never ends, and whether its reader has let go of it. */
function endless(beginning: string | Uint8Array, line: string) {
  const encoder = new TextEncoder();
  let isBegun = false;
  const file = {
    isLeft: false,
    bytes: new ReadableStream<Uint8Array>({
      pull(controller) {
        const text = isBegun ? line.repeat(1_000) : beginning;
        controller.enqueue(typeof text === 'string' ? encoder.encode(text) : text);
        isBegun = true;
      },
      cancel() {
        file.isLeft = true;
      },
    }),
  };
  return file;
}

const HEADER = '{"pack":{"format":"backgrounder/1","id":"news"}}\n';

describe('a file that is opened', () => {
  it.each([
    ['of an unknown format', '{"type":"FeatureCollection"}\n', 'JSON of an unknown kind'],
    ['that is a zip', 'PK\x03\x04', 'a zip archive'],
    ['that is a backup', '{"backup":{"format":"backgrounder-backup/2"}}\n', 'This is a backup'],
  ])('is let go of when it is one %s', async (_, beginning, message) => {
    const file = endless(beginning, '{"a":1}\n');
    await expect(openFile(file.bytes, 'a')).rejects.toThrow(message);
    expect(file.isLeft).toBe(true);
  });

  it('is read no further than it has to be, and let go of when it is closed', async () => {
    const file = endless(HEADER, '{"entity":{}}\n');
    const opened = await openFile(file.bytes, undefined);
    expect(opened.format.id).toBe('backgrounder');
    for await (const lines of opened.convert({ today: '2026-11-23', languages: ['en'] })) {
      expect(lines.length).toBeGreaterThan(0);
      break;
    }
    expect(file.isLeft).toBe(false);
    await opened.close();
    expect(file.isLeft).toBe(true);
  });

  it('tells a gzipped backup from a pack', async () => {
    const bytes = new Blob([gzipSync('{"backup":{}}\n{"settings":{}}\n')]).stream();
    await expect(openFile(bytes, 'a')).rejects.toMatchObject({
      message: 'This is a backup of Backgrounder, and not a pack.',
      mend: 'Open Backup to import it.',
    });
  });
});
