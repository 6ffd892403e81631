// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import { WordsContext } from '../../../components/use-words.ts';
import { App } from '../../../entrypoints/options/app.tsx';
import type { Backend } from '../../../entrypoints/options/backend.ts';
import type { ImportNews } from '../../../entrypoints/options/import.ts';
import { type OptionsFake, optionsBackend } from '../../browser/components/options-backend.ts';
import { RESTORED } from '../../browser/components/options-samples.ts';

let calls: string[];
const stage = () => document.getElementById('stage') as HTMLElement;
const find = (selector: string) => stage().querySelector<HTMLElement>(selector) as HTMLElement;
const words = (selector: string) => find(selector)?.textContent?.trim();

beforeEach(() => {
  calls = [];
  vi.stubGlobal('scrollTo', () => {});
  document.body.innerHTML = '<div id="stage"></div>';
});

afterEach(async () => {
  await act(() => render(null, stage()));
  vi.unstubAllGlobals();
});

/** Shows the page with a backend that differs in a few answers. */
async function show(fake: OptionsFake, other: Partial<Backend> = {}): Promise<void> {
  location.hash = `#/${fake.route}`;
  const backend = Object.assign(optionsBackend(fake, calls), other);
  await doing(() =>
    render(h(WordsContext.Provider, { value: ENGLISH }, h(App, { backend })), stage()),
  );
}

/** Does something and lets all that hangs on it come to rest: no answer here takes longer than a turn. */
function doing(something: () => void): Promise<void> {
  return act(async () => {
    something();
    await new Promise((resolve) => setImmediate(resolve));
  });
}

function press(selector: string): Promise<void> {
  return doing(() => find(selector).click());
}

/** A promise that is resolved from outside. */
function pending<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function go(route: string): Promise<void> {
  await act(async () => {
    const went = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = `#/${route}`;
    await went;
  });
}

describe('a change that is on its way', () => {
  test('leaves its switch where it is, and takes no second press', async () => {
    const waiting = pending<void>();
    const setEnabled = vi.fn(() => waiting.promise);
    await show({ route: 'packs' }, { setEnabled });
    const field = '.pack:first-child input[role=switch]';
    await press(field);
    expect(find(field)).toMatchObject({ disabled: false, ariaDisabled: 'true' });
    await press(field);
    expect(setEnabled).toHaveBeenCalledTimes(1);
    expect(find(field)).toMatchObject({ checked: true });
    await doing(() => waiting.resolve());
    expect(find(field).ariaDisabled).toBe('false');
    await press(field);
    expect(setEnabled).toHaveBeenCalledTimes(2);
  });

  test('that is a long look for a version does not swallow the choice of a schedule', async () => {
    const setUpdate = vi.fn(async () => {});
    await show({ route: 'packs' }, { checkNow: () => new Promise(() => {}), setUpdate });
    await press('.pack:nth-child(2) [aria-expanded]');
    await press('[aria-label^="Look now"]');
    await doing(() => {
      const choice = find('.updates select') as HTMLSelectElement;
      choice.value = 'month';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(setUpdate).toHaveBeenCalledWith('positions', { every: 'month' });
  });
});

test('a failure is told also where it came before anything was awaited, or after the answer', async () => {
  const failing = () => {
    throw new Error('No storage here.');
  };
  await show({ route: 'backup' }, { persist: failing });
  await press('.part > .buttons .press');
  expect(words('.problem .reason')).toBe('No storage here.');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: failing }));
  await press('.way button');
  expect(words('.way .problem .reason')).toBe('No storage here.');
});

test('why a form was not saved is forgotten with the form', async () => {
  await show({ route: 'own', refusing: true });
  await press('.part > .buttons .press');
  await doing(() => {
    const name = find('.entity-form input') as HTMLInputElement;
    name.value = 'Ann';
    name.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await doing(() => (find('.entity-form') as HTMLFormElement).requestSubmit());
  expect(words('.entity-form .reason')).toBe('The disk is full.');
  await press('.entity-form .buttons button:last-child');
  await press('.part > .buttons .press');
  expect(find('.entity-form')).not.toBeNull();
  expect(find('.entity-form .problem')).toBeNull();
});

test('packs and entries are asked for anew when something was changed elsewhere', async () => {
  let changed = () => {};
  const end = vi.fn();
  const onChanged = (listener: () => void) => {
    changed = listener;
    return end;
  };
  await show({ route: 'packs' }, { onChanged });
  calls.length = 0;
  await doing(() => changed());
  expect(calls.toSorted()).toEqual(['own', 'packs']);
  await act(() => render(null, stage()));
  expect(end).toHaveBeenCalledTimes(1);
});

test('a backup goes on while its reader looks elsewhere, and says what it did', async () => {
  const waiting = pending<typeof RESTORED>();
  const importBackup = vi.fn(() => waiting.promise);
  await show({ route: 'backup' }, { importBackup });
  await doing(() => {
    const field = find('input[type=file]');
    Object.defineProperty(field, 'files', { value: [new File(['{}'], 'a.ndjson.gz')] });
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const closing = new Event('beforeunload', { cancelable: true });
  dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
  await go('packs');
  await doing(() => waiting.resolve(RESTORED));
  await go('backup');
  expect(words('.merged caption')).toBe('The backup is restored.');
  const done = new Event('beforeunload', { cancelable: true });
  dispatchEvent(done);
  expect(done.defaultPrevented).toBe(false);
});

test('an update that has nothing new is no error', async () => {
  const failure = { message: 'There is none.', mend: 'Later.', kept: 'Kept.', nothingNew: true };
  const news: ImportNews[] = [{ kind: 'failed', failure }];
  await show({ route: 'packs', news });
  await press('[aria-label^="Update: Position"]');
  expect(words('.import p')).toBe('There is none.');
  expect(find('.import [role=alert]')).toBeNull();
  expect(words('.import + [role=status]')).toBe('There is none.');
});

test('a version that is given up asks first', async () => {
  await show({ route: 'packs' });
  await press('.pack:nth-child(2) [aria-expanded]');
  await press('[aria-label^="Give it up: version 2022.01.15"]');
  expect(calls).not.toContain('dropPrevious positions');
  await press('.details .confirm button:first-child');
  expect(calls).toContain('dropPrevious positions');
});

test('a source of the catalogue that is installed says so, by the choice made for it', async () => {
  const { packs } = optionsBackend({ route: 'packs' }, []);
  const [first, ...others] = await packs();
  const installed = { ...first, entry: { id: 'ministers', parameter: 'Q794' } };
  await show({ route: 'add' }, { packs: async () => [installed, ...others] as typeof others });
  expect(find('[aria-label="Add: Ministers of a country"]')).not.toBeNull();
  await doing(() => {
    const choice = find('.entry select') as HTMLSelectElement;
    choice.value = 'Q794';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(find('[aria-label="Fetch again: Ministers of a country"]')).not.toBeNull();
  expect(find('[aria-label="Add: Heads of state and government"]')).not.toBeNull();
});
