import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST } from '../../dateline/evidence.ts';
import { pageSettings } from '../../facts/page-settings.ts';
import { CARD_ANSWERS } from '../../messages/card-operations.ts';
import { answer, MessageError, request } from '../../messages/channel.ts';
import { OPERATIONS as CONTRACT } from '../../messages/operations.ts';
import { PAGE_ANSWERS } from '../../messages/page-operations.ts';
import { LONGEST_NAME } from '../../messages/parameters.ts';
import {
  DATE_SPOTS,
  DATE_TEXT,
  DATED_DATA,
  DATED_META,
  ESTABLISHED_SENT,
} from '../../page/limits.ts';

const OPERATIONS = {
  double: {
    params: v.object({ number: v.number() }),
    result: v.object({ doubled: v.number() }),
  },
};

const listen = answer(OPERATIONS, {
  double({ number }) {
    if (number < 0) throw new RangeError('below zero');
    return { doubled: number === 13 ? ('unlucky' as unknown as number) : 2 * number };
  },
});
const send = async (envelope: unknown): Promise<unknown> => listen(structuredClone(envelope));
const double = (number: unknown) =>
  request(OPERATIONS, send, 'double', { number } as { number: number });

describe('messages', () => {
  const log = { warn: vi.spyOn(console, 'warn'), error: vi.spyOn(console, 'error') };
  beforeEach(() => {
    for (const spy of Object.values(log)) spy.mockReset().mockImplementation(() => {});
  });

  it('carry params there and the result back', async () => {
    await expect(double(21)).resolves.toEqual({ doubled: 42 });
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('refuse and log params of the wrong shape', async () => {
    await expect(double('21')).rejects.toThrow(/wrong parameters.*number/);
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it.each([
    ['nothing', undefined],
    ['text', 'double'],
    ['no op', { params: {} }],
    ['an unknown op', { op: 'triple', params: {} }],
    ['a name of every object', { op: 'constructor', params: {} }],
    ['a prototype key', JSON.parse('{"op":"__proto__","params":{}}')],
  ])('refuse and log %s', async (_, message) => {
    await expect(listen(message)).resolves.toMatchObject({ ok: false });
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it('carry a failure back as an error and log it', async () => {
    await expect(double(-1)).rejects.toThrow(/below zero/);
    expect(log.error).toHaveBeenCalledOnce();
  });

  it.each([
    ['passes', 1, { ok: true, result: { doubled: 4 } }, 2],
    ['stays', 2, { ok: false, error: '"double" failed: lost' }, 2],
  ])('are tried once more after a failure that %s', async (_, failures, reply, tries) => {
    const double = vi.fn(({ number }: { number: number }) => ({ doubled: 2 * number }));
    for (let failure = 0; failure < failures; failure++)
      double.mockImplementationOnce(() => {
        throw new Error('lost');
      });
    const isLost = (error: unknown) => error instanceof Error && error.message === 'lost';
    const listening = answer(OPERATIONS, { double }, isLost);
    expect(await listening({ op: 'double', params: { number: 2 } })).toEqual(reply);
    expect(double).toHaveBeenCalledTimes(tries);
  });

  it('refuse a result of the wrong shape at the receiver', async () => {
    await expect(double(13)).rejects.toThrow(/wrong shape.*doubled/);
  });

  it.each([
    ['nobody listens', () => Promise.resolve(undefined)],
    ['the connection fails', () => Promise.reject(new Error('no receiving end'))],
    ['somebody else answers', () => Promise.resolve({ hello: 1 })],
  ])('say so when %s', async (_, deaf) => {
    await expect(request(OPERATIONS, deaf, 'double', { number: 1 })).rejects.toThrow(MessageError);
  });
});

describe('the contract', () => {
  const link = (count: number, text: string) =>
    v.safeParse(CONTRACT.link.params, {
      url: 'https://example.com/',
      date: '2024-11-14',
      segments: [],
      established: Array.from({ length: count }, () => ({ entity: 'Q1', text })),
    }).success;

  it('takes as many full names as a page sends', () => {
    expect(link(ESTABLISHED_SENT, 'x')).toBe(true);
    expect(link(ESTABLISHED_SENT + 1, 'x')).toBe(false);
  });

  it.each([
    [LONGEST_NAME, true],
    [LONGEST_NAME + 1, false],
  ])('lets the worker establish only what a page can send back: %i code units', (length, taken) => {
    const text = 'x'.repeat(length);
    const result = {
      mentions: { names: [], spans: [] },
      established: [{ entity: 'Q1', text, words: [] }],
      awaiting: [],
    };
    expect(link(1, text)).toBe(taken);
    expect(v.safeParse(PAGE_ANSWERS.link, result).success).toBe(taken);
  });

  it('takes as much evidence of dates as a page sends, and no more', () => {
    const evidence = (spots: number, text: string) => ({
      url: 'https://example.com/',
      evidence: {
        languages: [],
        data: [],
        meta: [],
        spots: Array.from({ length: spots }, () => ({ text, path: 'p' })),
      },
    });
    const takes = (spots: number, text: string) =>
      v.is(CONTRACT.publicationDate.params, evidence(spots, text));
    const sent = { data: DATED_DATA, meta: DATED_META, spots: DATE_SPOTS, text: DATE_TEXT };
    expect(MOST).toMatchObject(sent);
    expect(takes(DATE_SPOTS, 'x'.repeat(DATE_TEXT))).toBe(true);
    expect(takes(DATE_SPOTS + 1, 'x')).toBe(false);
    expect(takes(1, 'x'.repeat(DATE_TEXT + 1))).toBe(false);
  });

  it('has a page read no more of the settings than it needs', () => {
    const settings = {
      highlighting: true,
      sitesOff: ['a.example'],
      overrules: [{ entity: 'Q1', scope: { on: 'everywhere' as const } }],
      languages: ['fa'],
    };
    expect(v.is(CONTRACT.settings.result, settings)).toBe(true);
    const told = pageSettings(settings, 'https://news.a.example/story');
    expect(v.parse(PAGE_ANSWERS.pageSettings, told)).toEqual(told);
    expect(told).toEqual({
      reads: 'switched-off',
      style: 'underline',
      density: 'every',
      modifier: 'none',
      touch: true,
      dwell: 300,
      scheme: 'light dark',
      zoom: 1,
    });
    expect(v.is(CARD_ANSWERS.overrule, settings)).toBe(true);
  });
});
