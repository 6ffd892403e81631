import { describe, expect, it } from 'vitest';
import { mayLeadTo } from '../../../network/address.ts';
import { systemClock } from '../../../network/clock.ts';
import { PoliteAnswer } from '../../../network/polite-answer.ts';
import { PoliteFetch } from '../../../network/polite-fetch.ts';
import { backOff, retryAfterMs } from '../../../network/retry-delay.ts';
import { SilenceLimit } from '../../../network/silence-limit.ts';
import { failure } from './failure.ts';
import { clock, onLoopback, polite, server } from './loopback.ts';
import { hangUp, inTurn, redirect, saysNothing, status, TestServer, text } from './test-server.ts';

onLoopback({ version: '1.2.3', homepage: 'https://example.org/backgrounder', tries: 4 });

describe('a polite fetch', () => {
  it('says who asks, and sends neither cookies nor a referrer', async () => {
    const url = server.on('/a', text('hello'));
    const answer = await polite.text({ url, accept: 'text/plain' });
    expect(answer).toMatchObject({ text: 'hello', url });
    const [asked] = server.asked;
    expect(asked?.headers['api-user-agent']).toBe(
      'Backgrounder/1.2.3 (https://example.org/backgrounder)',
    );
    expect(asked?.headers['accept']).toBe('text/plain');
    expect(asked?.headers).not.toHaveProperty('cookie');
    expect(asked?.headers).not.toHaveProperty('referer');
  });

  it('posts a form', async () => {
    const url = server.on('/a', text(''));
    await polite.text({ url, form: { queries: '{"q0":{"query":"Żółć & co"}}' } });
    expect(server.asked[0]?.method).toBe('POST');
    expect(server.asked[0]?.form.get('queries')).toBe('{"q0":{"query":"Żółć & co"}}');
  });

  it.each([
    ['seconds', '7'],
    ['an HTTP date', 'Mon, 23 Nov 2026 12:00:07 GMT'],
  ])('comes back when a 429 says so in %s', async (_, header) => {
    const url = server.on('/a', inTurn(status(429, { 'retry-after': header }), text('now')));
    expect((await polite.text({ url })).text).toBe('now');
    expect(clock.waits).toEqual([7_000]);
  });

  it('does the same for a 503', async () => {
    const url = server.on('/a', inTurn(status(503, { 'retry-after': '3' }), text('now')));
    expect((await polite.text({ url })).text).toBe('now');
    expect(clock.waits).toEqual([3_000]);
  });

  it('leaves a server alone for a minute after a 429 that says nothing', async () => {
    const url = server.on('/a', inTurn(status(429), text('now')));
    await polite.text({ url });
    expect(clock.waits).toEqual([60_000]);
  });

  it('reports a server that wants to be left alone for an hour, and does not wait', async () => {
    const url = server.on('/a', status(429, { 'retry-after': '3600' }));
    const error = await failure(polite.text({ url }));
    expect(error).toMatchObject({ fault: 'busy', status: 429, retryAfterMs: 3_600_000 });
    expect(clock.waits).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it('asks such a server for nothing else until the hour is over', async () => {
    const url = server.on('/a', status(503, { 'retry-after': '3600' }));
    const other = server.on('/b', text('b'));
    await failure(polite.text({ url }));
    expect(await failure(polite.text({ url: other }))).toMatchObject({
      fault: 'busy',
      retryAfterMs: 3_600_000,
      meaning: 'the server asked to be left alone for another 60 min',
    });
    expect(server.asked).toHaveLength(1);
    await clock.wait(3_600_000);
    expect((await polite.text({ url: other })).text).toBe('b');
  });

  it.each([
    ['0'],
    // Our clock may go before the server's.
    ['Mon, 23 Nov 2026 11:59:00 GMT'],
  ])('does not come back at once when a server asks for no pause: %s', async (header) => {
    const url = server.on('/a', status(429, { 'retry-after': header }));
    await failure(polite.text({ url }));
    expect(clock.waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('waits twice as long each time, and gives up after its tries', async () => {
    const url = server.on('/a', status(502));
    const error = await failure(polite.text({ url }));
    expect(error).toMatchObject({ fault: 'server', status: 502, url });
    expect(error.message).toContain(url);
    expect(error.message).toContain('HTTP 502');
    expect(error.message).toContain(error.mend);
    expect(server.asked).toHaveLength(4);
    expect(clock.waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('tries again when the connection breaks', async () => {
    const url = server.on('/a', inTurn(hangUp, text('now')));
    expect((await polite.text({ url })).text).toBe('now');
  });

  it('asks again for a text that breaks off', async () => {
    const broken = (_: unknown, response: Parameters<typeof hangUp>[1]) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    };
    const url = server.on('/a', inTurn(broken, text('whole')));
    expect((await polite.text({ url })).text).toBe('whole');
    server.on('/b', broken);
    expect(await failure(polite.text({ url: server.url('/b') }))).toMatchObject({
      fault: 'cut-off',
    });
  });

  it.each([
    [404, 'missing'],
    [410, 'missing'],
    [401, 'refused'],
    [403, 'refused'],
    [400, 'refused'],
    [501, 'server'],
  ])('does not ask again after a %i', async (code, fault) => {
    const url = server.on('/a', status(code));
    expect(await failure(polite.text({ url }))).toMatchObject({ fault, status: code });
    expect(server.asked).toHaveLength(1);
  });

  it('does not ask again after a status that the caller knows to be final', async () => {
    const url = server.on('/a', status(500));
    expect(await failure(polite.text({ url, final: [500] }))).toMatchObject({ status: 500 });
    expect(server.asked).toHaveLength(1);
  });

  it('does not ask again after a fault that the caller knows to be final', async () => {
    const url = server.on('/a', saysNothing);
    const request = { url, silenceMs: 30, final: ['silent'] } as const;
    expect(await failure(polite.text(request))).toMatchObject({ fault: 'silent' });
    expect(server.asked).toHaveLength(1);
  });

  it('gives up on a server that hangs up and then never answers', async () => {
    const url = server.on('/a', inTurn(hangUp, saysNothing));
    const hasty = new PoliteFetch({ version: '1', clock, tries: 1, silenceMs: 30 });
    expect(await failure(hasty.text({ url }))).toMatchObject({ fault: 'unreachable' });
    expect(server.asked).toHaveLength(2);
  });

  it('gives up on a server that never answers', async () => {
    const url = server.on('/a', saysNothing);
    const hasty = new PoliteFetch({ version: '1', clock, tries: 2, silenceMs: 30 });
    expect(await failure(hasty.text({ url }))).toMatchObject({ fault: 'silent' });
    expect(server.asked).toHaveLength(2);
  });

  it('gives up on a server that falls silent in the middle', async () => {
    const url = server.on('/a', (_, response) => {
      response.writeHead(200).write('beginning');
    });
    const hasty = new PoliteFetch({ version: '1', clock, tries: 1 });
    const error = await failure(hasty.text({ url, silenceMs: 30 }));
    expect(error).toMatchObject({ fault: 'silent' });
    expect(error.meaning).toContain('stopped sending');
  });

  it('says that a server cannot be reached', async () => {
    const gone = await TestServer.start();
    const url = gone.url('/a');
    await gone.stop();
    expect(await failure(polite.text({ url }))).toMatchObject({ fault: 'unreachable', url });
  });

  it('reads UTF-8 whose characters are split between pieces, and survives bytes that are none', async () => {
    const bytes = Buffer.concat([Buffer.from('مسعود'), Buffer.from([0xff]), Buffer.from('ё')]);
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const silence = new SilenceLimit(1_000, undefined);
    const answer = new PoliteAnswer('https://example.org/', new Response(body), silence);
    expect(await answer.text(100)).toBe('مسعود\uFFFDё');
  });

  it('refuses a text that is longer than it should be', async () => {
    const answer = new PoliteAnswer(
      'https://example.org/',
      new Response('0123456789'),
      new SilenceLimit(1_000, undefined),
    );
    expect(await failure(answer.text(9))).toMatchObject({ fault: 'too-large' });
  });
});

describe('redirects', () => {
  it('are followed, and the answer says where they led', async () => {
    server.on('/b', text('there'));
    const url = server.on('/a', redirect('/b'));
    expect(await polite.text({ url })).toMatchObject({ text: 'there', url: server.url('/b') });
  });

  it('keep a POST a POST', async () => {
    server.on('/b', (asked, response) => {
      response.end(`${asked.method} ${asked.form.get('q')}`);
    });
    const url = server.on('/a', redirect('/b', 301));
    expect((await polite.text({ url, form: { q: 'x' } })).text).toBe('POST x');
  });

  it('that go round in a circle are told as such, and not walked again and again', async () => {
    server.on('/b', redirect('/a'));
    const url = server.on('/a', redirect('/b'));
    expect(await failure(polite.text({ url }))).toMatchObject({ fault: 'redirect' });
    // Two tries of the start and 20 redirects, and a look at what the start answers after each.
    expect(server.asked.length).toBeLessThanOrEqual(2 * 22);
  });

  it('that lead away from http are told as such', async () => {
    const url = server.on('/a', redirect('ftp://127.0.0.1/a'));
    expect(await failure(polite.text({ url }))).toMatchObject({ fault: 'redirect' });
  });

  it('must not lead from https to http', () => {
    const secure = new URL('https://example.org/');
    const plain = new URL('http://example.org/');
    expect(mayLeadTo(secure, secure)).toBe(true);
    expect(mayLeadTo(plain, secure)).toBe(true);
    expect(mayLeadTo(plain, plain)).toBe(true);
    expect(mayLeadTo(secure, plain)).toBe(false);
    expect(mayLeadTo(secure, new URL('data:,x'))).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    'not an address',
    'ftp://example.org/pack',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:password@example.org/',
  ])('%s is refused', async (url) => {
    expect(await failure(polite.text({ url }))).toMatchObject({ fault: 'address', url });
  });
});

describe('one host', () => {
  it('is asked one thing at a time, in order, with pauses', async () => {
    let busy = 0;
    let most = 0;
    const order: string[] = [];
    for (const path of ['/1', '/2', '/3']) {
      server.on(path, async (_, response) => {
        order.push(path);
        most = Math.max(most, ++busy);
        await new Promise(setImmediate);
        busy--;
        response.end('x');
      });
    }
    const calm = new PoliteFetch({ version: '1', clock, pauseMs: 400 });
    await Promise.all(['/1', '/2', '/3'].map((path) => calm.text({ url: server.url(path) })));
    expect(order).toEqual(['/1', '/2', '/3']);
    expect(most).toBe(1);
    expect(clock.waits).toEqual([400, 400]);
  });

  it('goes on to the next after a failure, and after one who gave up waiting', async () => {
    let answer = () => {};
    server.on('/slow', (_, response) => {
      answer = () => response.end('slow');
    });
    server.on('/gone', status(404));
    server.on('/c', text('c'));
    const controller = new AbortController();
    const slow = polite.text({ url: server.url('/slow') });
    const given = polite.text({ url: server.url('/c'), signal: controller.signal });
    const gone = failure(polite.text({ url: server.url('/gone') }));
    const last = polite.text({ url: server.url('/c') });
    controller.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    await expect.poll(() => server.asked.length).toBe(1);
    answer();
    expect((await slow).text).toBe('slow');
    expect((await gone).fault).toBe('missing');
    expect((await last).text).toBe('c');
    expect(server.asked.map(({ path }) => path)).toEqual(['/slow', '/gone', '/c']);
  });

  it('does not hold up another', async () => {
    const other = await TestServer.start();
    const held = server.on('/a', saysNothing);
    const controller = new AbortController();
    const waiting = polite.text({ url: held, signal: controller.signal });
    expect((await polite.text({ url: other.on('/b', text('b')) })).text).toBe('b');
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await other.stop();
  });
});

describe('the caller who aborts', () => {
  it('gets his own reason, before and during a request and a wait', async () => {
    const url = server.on('/a', saysNothing);
    await expect(polite.text({ url, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );
    expect(server.asked).toEqual([]);

    const controller = new AbortController();
    const asking = polite.text({ url, signal: controller.signal });
    await expect.poll(() => server.asked.length).toBe(1);
    controller.abort(new Error('enough'));
    await expect(asking).rejects.toThrow('enough');

    const real = new PoliteFetch({ version: '1' });
    const waiter = new AbortController();
    const busy = server.on('/busy', status(503, { 'retry-after': '500' }));
    const waiting = real.text({ url: busy, signal: waiter.signal });
    await expect.poll(() => server.asked.length).toBe(2);
    waiter.abort(new Error('later'));
    await expect(waiting).rejects.toThrow('later');
  });
});

describe('the system clock', () => {
  it('waits, and stops waiting when told to', async () => {
    await systemClock.wait(1);
    await expect(systemClock.wait(1, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Mon, 23 Nov 2026 12:01:00 GMT', 60_000],
    ['Monday, 23-Nov-26 12:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    ['99999999999999999999', undefined],
    [null, undefined],
  ])('%j is %j ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

describe('back-off', () => {
  it('grows to a minute, and jitter takes up to a half', () => {
    const delays = Array.from({ length: 8 }, (_, index) => backOff(index + 1, clock));
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(backOff(3, { ...clock, now: clock.now, wait: clock.wait, random: () => 1 })).toBe(2_000);
  });
});
