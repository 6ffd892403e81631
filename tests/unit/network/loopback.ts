import { afterAll, beforeAll, beforeEach } from 'vitest';
import { PoliteFetch, type PoliteOptions } from '../../../network/polite-fetch.ts';
import { TestClock } from './test-clock.ts';
import { TestServer } from './test-server.ts';

/** What the tests of a file ask, and with what; set by `onLoopback`, the last two for each test anew. */
export let server: TestServer;
export let clock: TestClock;
export let polite: PoliteFetch;

/**
 * Gives a file of tests a server on the loopback interface, which forgets all
 * before each test.
 *
 * @param options - of the fetching, in place of no pauses and two tries by a clock that only waiting moves
 */
export function onLoopback(options: Partial<PoliteOptions> = {}): void {
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.reset();
    clock = new TestClock();
    polite = new PoliteFetch({ version: '1', clock, tries: 2, pauseMs: 0, ...options });
  });
}
