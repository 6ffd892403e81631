import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../cli/browsers.mjs';

describe('finding a browser', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backgrounder-browsers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function program(name: string, text = '#!/bin/sh\n'): string {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    chmodSync(file, 0o755);
    return file;
  }
  const find = (kind: 'chromium' | 'firefox', env: NodeJS.ProcessEnv = {}) =>
    findBrowser(kind, { env: { PATH: folder, ...env }, platform: 'linux' });

  it('finds nothing where nothing is', () => {
    expect(find('chromium')).toBeUndefined();
  });

  it('prefers Chromium to Chrome, and Chrome to Edge', () => {
    const edge = program('microsoft-edge');
    expect(find('chromium')).toBe(edge);
    const chrome = program('google-chrome');
    expect(find('chromium')).toBe(chrome);
    const chromium = program('chromium');
    expect(find('chromium')).toBe(chromium);
    expect(find('firefox')).toBeUndefined();
  });

  it('takes the program that the environment names', () => {
    program('firefox');
    const named = program('my-firefox');
    expect(find('firefox', { BACKGROUNDER_FIREFOX: named })).toBe(named);
  });

  it('says so when the environment names a program that is not there', () => {
    expect(() => find('firefox', { BACKGROUNDER_FIREFOX: '/nowhere/firefox' })).toThrow(
      'BACKGROUNDER_FIREFOX is "/nowhere/firefox"',
    );
  });

  it('passes over a file that cannot be run, and a script that starts a snap', () => {
    writeFileSync(path.join(folder, 'chromium'), '', { mode: 0o644 });
    program('firefox', '#!/bin/sh\nexec /snap/bin/firefox "$@"\n');
    expect(find('chromium')).toBeUndefined();
    expect(find('firefox')).toBeUndefined();
  });
});
