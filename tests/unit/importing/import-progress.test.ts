import { describe, expect, it } from 'vitest';
import type { JobProgress } from '../../../importing/import-job.ts';
import { ProgressMeter } from '../../../importing/import-progress.ts';

const stream = (bytes: number) => new Blob([new Uint8Array(bytes)]).stream();

describe('the progress of an import', () => {
  it('counts the bytes of all files against their sum, and the rate from the first records', async () => {
    const news: JobProgress[] = [];
    let now = 1_000;
    const meter = new ProgressMeter(
      (progress) => news.push(progress),
      () => now,
    );
    meter.tell('fetching', 0);
    expect(news).toEqual([{ phase: 'fetching', bytesRead: 0, records: 0, recordsPerSecond: 0 }]);
    meter.bytesTotal = 400;
    await new Response(meter.counted(stream(100))).bytes();
    // The reader was asked something meanwhile.
    now += 60_000;
    meter.tell('reading', 10);
    expect(news.at(-1)).toMatchObject({ records: 10, recordsPerSecond: 0 });
    now += 100;
    meter.tell('reading', 20);
    // Too soon after the last news.
    expect(news.at(-1)).toMatchObject({ records: 10 });
    await new Response(meter.counted(stream(100))).bytes();
    now += 1_900;
    meter.tell('reading', 210);
    expect(news.at(-1)).toEqual({
      phase: 'reading',
      bytesRead: 200,
      bytesTotal: 400,
      records: 210,
      recordsPerSecond: 100,
      remainingSeconds: 2,
    });
    meter.tell('indexing', 210);
    meter.tell('comparing', 210);
    expect(news.map(({ phase }) => phase)).toEqual([
      'fetching',
      'reading',
      'reading',
      'indexing',
      'switching',
    ]);
    expect(news.at(-1)?.remainingSeconds).toBeUndefined();
  });
});
