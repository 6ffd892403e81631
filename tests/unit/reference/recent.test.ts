import { beforeEach, describe, expect, it } from 'vitest';
import {
  forgetEntities,
  recentEntities,
  rememberEntity,
} from '../../../entrypoints/reference/recent.ts';

describe('what was looked at', () => {
  let kept: Map<string, string>;
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  beforeEach(() => {
    kept = new Map();
  });

  it('is a short list, the newest first, each once', () => {
    for (const id of ['Q1', 'Q2', 'Q1']) rememberEntity(storage, id);
    expect(recentEntities(storage)).toEqual(['Q1', 'Q2']);
    for (let at = 10; at < 17; at++) rememberEntity(storage, `Q${at}`);
    expect(recentEntities(storage)).toEqual('Q16 Q15 Q14 Q13 Q12 Q11 Q10 Q1'.split(' '));
    forgetEntities(storage);
    expect(recentEntities(storage)).toEqual([]);
  });

  it('is empty where storage holds something else', () => {
    for (const value of ['', '{', '{"a":1}', '[1,2]', 'null']) {
      kept.set('reference-recent', value);
      expect(recentEntities(storage)).toEqual([]);
    }
  });

  it('is not kept where storage is forbidden, and nothing fails', () => {
    const forbidden = {
      getItem() {
        throw new DOMException('no', 'SecurityError');
      },
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => rememberEntity(forbidden, 'Q1')).not.toThrow();
    expect(recentEntities(forbidden)).toEqual([]);
  });
});
