import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ShownRole } from '../../../facts/card.ts';
import { checkPack } from '../../../facts/check-pack.ts';
import { packMaterials } from '../../../facts/pack-material.ts';
import { readPack } from '../../../facts/read-pack.ts';
import { resolveCard } from '../../../facts/resolve-card.ts';
import { day, viewOn, words } from './made-packs.ts';

const FILE = resolve(import.meta.dirname, '../../../packs/us-iran/us-iran.ndjson');
const { pack } = checkPack(readPack(readFileSync(FILE, 'utf8').split('\n')));
const materialOf = packMaterials(pack ? [pack] : []);

/** The card on the article of 15 November 2024, read two years later. */
function cardOf(id: string) {
  const material = materialOf(id);
  if (!material) throw new Error(`the built-in pack does not know ${id}`);
  return resolveCard(material, viewOn('2024-11-15', { today: day('2026-11-30'), limit: 6 }));
}

const roles = (all: readonly ShownRole[] | undefined) => all?.map(({ parts }) => words(parts));

describe('the built-in pack, of November 2024 and read in November 2026', () => {
  it.each<[string, string[], string[] | undefined]>([
    ['Q57336', ['Supreme Leader of Iran'], ['Died']],
    ['Q22686', ['President-elect of the United States'], ['President of the United States']],
    [
      'Q317521',
      ['Designated leader of the Department of Government Efficiency', 'Adviser to Donald Trump'],
      ['Chief executive of Tesla', 'Chief executive of SpaceX'],
    ],
    [
      'us-iran:vivek-ramaswamy',
      ['Designated leader of the Department of Government Efficiency'],
      [],
    ],
    ['Q5933752', ['President of Iran'], undefined],
    ['us-iran:doge', ['Designated leader: Elon Musk', 'Designated leader: Vivek Ramaswamy'], []],
    [
      'us-iran:jcpoa',
      ['Iran', 'China', 'Russia', 'United Kingdom', 'France', 'Germany', 'European Union'],
      undefined,
    ],
    ['Q11696', ['Joe Biden'], ['Donald Trump']],
  ])('%s: %j, now %j', (id, then, now) => {
    const card = cardOf(id);
    expect(roles(card.rolesThen)).toEqual(then);
    expect(roles(card.rolesNow)).toEqual(now);
    const known = new Set(card.sources.map((source) => source.id));
    for (const { sources = [] } of [...card.rolesThen, ...(card.rolesNow ?? []), ...card.since]) {
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.every((source) => known.has(source))).toBe(true);
    }
  });

  it.each<[string, string[]]>([
    [
      'Q57336',
      [
        '28 Feb 2026 Died',
        '28 Feb 2026 Killed in the 2026 Iran war',
        '8 Mar 2026 Mojtaba Khamenei became Supreme Leader of Iran',
      ],
    ],
    ['Q11696', ['20 Jan 2025 Donald Trump took office']],
    [
      'us-iran:vivek-ramaswamy',
      [
        '20 Jan 2025 Left DOGE on the day of the inauguration; sources said he planned to run for governor of Ohio',
        '9 May 2025 Endorsed by the Ohio Republican Party for the 2026 election of the governor',
      ],
    ],
  ])('%s since then: %j', (id, changes) => {
    expect(cardOf(id).since.map(({ date, parts }) => `${date} ${words(parts)}`)).toEqual(changes);
  });

  it('says how far the sources of what has no known end reach', () => {
    expect(cardOf('Q5933752').rolesThen).toMatchObject([
      { date: 'since 30 Jul 2024', asOf: '18 Jun 2026' },
    ]);
  });

  it('shows the meeting’s stances in their order, and which came after the article', () => {
    const card = cardOf('us-iran:musk-iravani-meeting');
    expect(card.distance).toBe('4 days before the article');
    const meeting = card.facts.find(({ id }) => id === 'us-iran/f-meeting-time');
    expect(meeting).toMatchObject({ status: 'denied', date: '11 Nov 2024' });
    expect(
      meeting?.claims.map(({ by, stance, date, later }) => [by.text, stance, date, later]),
    ).toEqual([
      ['The New York Times', 'reports', '14 Nov 2024', undefined],
      ['Steven Cheung', 'declines-to-comment', '14 Nov 2024', undefined],
      [
        'Permanent Mission of Iran to the United Nations',
        'declines-to-comment',
        '15 Nov 2024',
        undefined,
      ],
      ['Associated Press', 'reports', '16 Nov 2024', true],
      ['Ministry of Foreign Affairs of Iran', 'denies', '16 Nov 2024', true],
      ['Abbas Araghchi', 'denies', '16 Nov 2024', true],
    ]);
    expect(words(card.since[0]?.parts ?? [])).toBe(
      'Denied by the Ministry of Foreign Affairs of Iran and Abbas Araghchi: took place',
    );
  });
});
