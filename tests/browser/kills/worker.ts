/** Runs one operation, as the extension does in a worker of its own. */
import { openFile } from '../../../importing/open-file.ts';
import { openFactBase } from '../../../store/database.ts';
import { type ImportSummary, importLines } from '../../../store/import-pack.ts';
import { removePack, rollBack } from '../../../store/packs.ts';
import { linesOf, type MadeVersion } from './made-versions.ts';
import type { News, Operation } from './operation.ts';

/** So small that a pack of some megabytes is written out in many transactions. */
const SIZES = { block: 2 ** 13, names: 2 ** 17, transaction: 2 ** 16 };

/** Bytes. */
const PIECE = 2 ** 15;

addEventListener('message', ({ data }: MessageEvent<Operation>) => {
  run(data).catch((error: unknown) => tell({ kind: 'failed', message: String(error) }));
});

async function run(operation: Operation): Promise<void> {
  const base = await openFactBase(() => {});
  const file = operation.kind === 'import' ? fileOf(operation.pack) : undefined;
  tell({ kind: 'began' });
  const began = performance.now();
  switch (operation.kind) {
    case 'import': {
      const { convert } = await openFile(file ?? new ReadableStream(), 'pack.ndjson');
      const lines = convert({ today: '2026-11-23', languages: ['en'] });
      refuseProblems(
        await importLines(base, lines, {
          sizes: SIZES,
          onProgress: ({ records }) => tell({ kind: 'progress', records }),
        }),
      );
      break;
    }
    case 'remove':
      await removePack(base, operation.id);
      break;
    case 'roll-back':
      for (let at = 0; at < operation.times; at++) await rollBack(base, operation.id);
      break;
  }
  tell({ kind: 'ended', ms: performance.now() - began });
  base.close();
}

/** In pieces as small as those from a disk or a network, so that there are many write-outs. */
function fileOf(pack: MadeVersion): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode([...linesOf(pack)].join('\n'));
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(at, at + PIECE));
      at += PIECE;
      if (at >= bytes.length) controller.close();
    },
  });
}

function refuseProblems({ problems: [first] }: ImportSummary): void {
  if (first) throw new Error(`Line ${first.line} of a made pack: ${first.message}`);
}

function tell(news: News): void {
  postMessage(news);
}
