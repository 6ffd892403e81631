import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

describe.each(['chrome', 'firefox'] as const)('the options page in %s', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  async function press(...keys: Parameters<Page['keyboard']['press']>[0][]) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settled(page);
    }
  }
  async function type(text: string) {
    await page.keyboard.type(text);
    await settled(page);
  }
  async function pressOn(selector: string, key: 'Enter' | ' ' = 'Enter') {
    await page.focus(selector);
    await press(key);
  }
  const calls = () => page.evaluate(() => [...globalThis.gallery.calls]);
  const texts = (selector: string) =>
    page.$$eval(selector, (found) => found.map(({ textContent }) => textContent?.trim()));
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.id ? document.querySelector(`label[for="${element.id}"]`) : null;
      const name = element?.getAttribute('aria-label') ?? label?.textContent;
      return `${element?.localName} ${name ?? element?.textContent?.trim()}`;
    });
  const statuses = async () => (await texts('.options > [role=status]')).filter(Boolean);

  describe('sections', () => {
    test('a link opens its section, and reading goes on at its heading', async () => {
      await gallery.show('options-packs');
      await pressOn('nav a[href="#/backup"]');
      expect(await focused()).toBe('h2 Backup and storage');
      expect(await texts('nav [aria-current]')).toEqual(['Backup']);
      expect(await texts('.part > h2')).toEqual(['Backup and storage']);
    });

    test('the way back leads to the section before', async () => {
      await gallery.show('options-packs');
      await pressOn('nav a[href="#/own"]');
      expect(await texts('.part > h2')).toEqual(['Your own entries', 'Look up and add']);
      await page.evaluate(() => history.back());
      await page.waitForSelector('.pack');
      await settled(page);
      expect(await texts('.part > h2')).toEqual(['Packs']);
    });
  });

  describe('packs', () => {
    test('a switch turns a pack off and on', async () => {
      await gallery.show('options-packs');
      await pressOn('.pack:nth-child(2) input[role=switch]', ' ');
      expect(await calls()).toContain('setEnabled positions false');
      expect(await statuses()).toEqual(['Position holders of 69 countries is off.']);
      expect(await texts('.pack-off h3')).toContain('Position holders of 69 countries');
      await pressOn('.pack:nth-child(2) input[role=switch]', ' ');
      expect(await calls()).toContain('setEnabled positions true');
    });

    test('removing asks once: Escape and a second Enter leave the pack', async () => {
      await gallery.show('options-packs');
      await pressOn('[aria-label^="Remove: Position"]');
      expect(await focused()).toBe('button Keep it');
      await press('Escape');
      expect(await focused()).toBe('button Remove: Position holders of 69 countries');
      await press('Enter', 'Enter');
      expect(await focused()).toBe('button Remove: Position holders of 69 countries');
      expect((await calls()).filter((call) => call.startsWith('remove'))).toEqual([]);
      expect(await texts('.pack h3')).toHaveLength(3);
    });

    test('what is confirmed is removed, said, and the focus stays on the page', async () => {
      await gallery.show('options-packs');
      await pressOn('[aria-label^="Remove: Position"]');
      await page.keyboard.down('Shift');
      await press('Tab');
      await page.keyboard.up('Shift');
      expect(await focused()).toBe('button Remove it');
      await press('Enter');
      expect(await calls()).toContain('remove positions');
      expect(await texts('.pack h3')).toHaveLength(2);
      expect(await statuses()).toEqual(['Position holders of 69 countries is removed.']);
      expect(await focused()).toBe('h2 Packs');
    });

    test('a pack that came with the extension cannot be removed', async () => {
      await gallery.show('options-packs');
      expect(await page.$('[aria-label="Remove: US–Iran relations"]')).toBeNull();
    });

    test('the way back to the version before is one press', async () => {
      await gallery.show('options-packs');
      await pressOn('[aria-label^="Go back to 2022.01.15"]');
      expect(await calls()).toContain('rollBack positions');
    });

    test('details open by key, and hold the schedule of updates', async () => {
      await gallery.show('options-packs');
      await pressOn('.pack:nth-child(2) [aria-expanded]');
      await page.select('.updates select', 'month');
      await settled(page);
      expect(await calls()).toContain('setUpdate positions month');
      await pressOn('[aria-label^="Look now"]');
      expect(await calls()).toContain('checkNow positions');
    });

    test('an update is an import of its own', async () => {
      await gallery.show('options-packs');
      await pressOn('[aria-label^="Update: Position"]');
      expect(await calls()).toContain('import {"update":"positions"}');
      expect(await focused()).toBe('h2 Position holders of 69 countries');
    });

    test('what the worker refuses is told, with what was kept', async () => {
      await gallery.show('options-packs-refused');
      expect(await texts('.pack:first-child [role=alert] p')).toEqual([
        'That was not done.',
        'The pack is as it was. Press it again in a moment.',
        'The disk is full.',
      ]);
    });
  });

  describe('imports', () => {
    test('the button for files opens the browser’s dialog by key', async () => {
      await gallery.show('options-add');
      await page.evaluate(() => {
        document.querySelector('input[type=file]')?.addEventListener('click', (event) => {
          event.preventDefault();
          globalThis.gallery.calls.push('dialog');
        });
      });
      await pressOn('.way > button.press');
      expect(await calls()).toContain('dialog');
    });

    test('files dropped anywhere are imported together', async () => {
      await gallery.show('options-own');
      const drag = (type: string) =>
        page.evaluate((kind) => {
          const transfer = new DataTransfer();
          for (const name of ['a.csv', 'b.csv']) transfer.items.add(new File(['x'], name));
          const event = new DragEvent(kind, {
            dataTransfer: transfer,
            bubbles: true,
            cancelable: true,
          });
          document.querySelector('h2')?.dispatchEvent(event);
          return event.defaultPrevented;
        }, type);
      await drag('dragenter');
      await settled(page);
      expect(await texts('.drop')).toEqual(['Drop to add a pack']);
      // Without this the browser would open the files in the page's place.
      expect(await drag('dragover')).toBe(true);
      expect(await drag('drop')).toBe(true);
      await settled(page);
      expect(await texts('.drop')).toEqual([]);
      expect(await calls()).toContain('import a.csv b.csv');
      expect(await texts('.import h2')).toEqual(['2 files']);
      await drag('dragenter');
      await drag('drop');
      await settled(page);
      expect((await calls()).filter((call) => call.startsWith('import'))).toHaveLength(1);
    });

    test('an address is fetched by Enter, and what is none is told apart', async () => {
      await gallery.show('options-add');
      await page.focus('form.way input');
      await type('packs.example.org');
      await press('Enter');
      expect(await texts('.wrong')).toEqual([
        'That is no web address. It has to begin with https:// or http://.',
      ]);
      expect((await calls()).filter((call) => call.startsWith('import'))).toEqual([]);
      await press('Home');
      await type('https://');
      await press('Enter');
      expect(await calls()).toContain('import {"url":"https://packs.example.org/"}');
    });

    test('a source of the catalogue is added with the choice made for it', async () => {
      await gallery.show('options-add');
      await page.select('.entry select', 'Q794');
      await pressOn('[aria-label="Add: Ministers of a country"]');
      expect(await calls()).toContain('import {"catalogue":"ministers","parameter":"Q794"}');
      expect(await focused()).toBe('h2 Ministers of a country: Iran');
      expect(
        await page.$$eval('.entry button', (buttons) =>
          buttons.map((button) => (button as HTMLButtonElement).disabled),
        ),
      ).toEqual([true, true, true]);
    });

    test('the question has the focus, takes no wrong answer, and goes on by Enter', async () => {
      await gallery.show('options-question');
      expect(await focused()).toBe('input Title of the pack');
      await press('Tab');
      expect(await focused()).toBe('input Languages to keep, the most wanted first');
      await page.keyboard.press('End');
      await type(', klingon!');
      await press('Enter');
      expect(await texts('.wrong')).toEqual([
        '“klingon!” is no language code. Write codes such as en, fa, zh-Hant.',
      ]);
      expect((await calls()).filter((call) => call.startsWith('answer'))).toEqual([]);
      for (let letters = ', klingon!'.length; letters > 0; letters -= 1) {
        await page.keyboard.press('Backspace');
      }
      await press('Enter');
      expect(await calls()).toContain(
        'answer {"title":"Parliament of Norway","languages":["en","nb","fa"]}',
      );
      expect(await focused()).toBe('h2 norway.json.gz');
    });

    test('progress is announced by quarters, and cancelled by key', async () => {
      await gallery.show('options-reading');
      expect(await statuses()).toEqual(['Reading, a quarter done']);
      expect(
        await page.$eval('progress', (bar) => Math.round((bar as HTMLProgressElement).value * 100)),
      ).toBe(37);
      await pressOn('.import .press');
      expect(await calls()).toContain('cancel');
      expect(await focused()).toBe('h2 dump.ndjson.gz');
      expect(await statuses()).toEqual([
        'Cancelled: dump.ndjson.gz. The fact base is as it was before.',
      ]);
      await pressOn('.import .press');
      expect(await page.$('.import')).toBeNull();
      expect(await focused()).toBe('h2 Add a pack');
    });

    test('the summary counts, lists its problems, and asks for the packs anew', async () => {
      await gallery.show('options-done');
      expect(await texts('.counts dd')).toEqual(['412', '1,038', '0', '42,525', '12']);
      expect((await calls()).filter((call) => call === 'packs')).toHaveLength(2);
      await pressOn('.import [aria-expanded]');
      expect(await texts('.problems li')).toHaveLength(3);
      expect((await texts('.opened .aside'))[0]).toBe('The first 3; the report has all of them.');
    });

    test('the report is saved under its name', async () => {
      await gallery.show('options-done');
      await page.evaluate(() => {
        HTMLAnchorElement.prototype.click = function () {
          globalThis.gallery.calls.push(`download ${this.download} ${this.protocol}`);
        };
      });
      await pressOn('.import .buttons .press:nth-of-type(2)');
      expect(await calls()).toContain('download positions-problems.txt blob:');
      await gallery.show('options-backup');
      await pressOn('.way button');
      expect(await calls()).toContain('download backgrounder-2026-11-23.ndjson.gz blob:');
    });

    test('a failed import can be tried again', async () => {
      await gallery.show('options-failed');
      expect(await texts('.import [role=alert] p')).toEqual([
        'A pack was expected, and this is a web page (HTML).',
        'Nothing was imported; your packs are as they were. Open the address in a tab and look where the file itself is, or try again later.',
      ]);
      await pressOn('.import .press');
      expect((await calls()).filter((call) => call === 'import pack.ndjson')).toHaveLength(2);
    });
  });

  describe('the reader’s own', () => {
    test('editing starts in the name, and Escape leaves it as it was', async () => {
      await gallery.show('options-own');
      await pressOn('[aria-label="Edit: Amir Saeid Iravani"]');
      expect(await focused()).toBe('input Name');
      await type('X');
      await press('Escape');
      expect(await focused()).toBe('button Edit: Amir Saeid Iravani');
      expect((await calls()).filter((call) => call.startsWith('save'))).toEqual([]);
    });

    test('a new entry is private unless the reader says otherwise', async () => {
      await gallery.show('options-own-none');
      await pressOn('.part button');
      await press('Enter');
      expect(await texts('.wrong')).toEqual(['An entry needs a name.']);
      await type('Jane Example');
      await press('Enter');
      expect(await calls()).toContain(
        'saveEntity undefined {"name":"Jane Example","otherNames":[],"kind":"person","summary":"","url":"","private":true}',
      );
      expect(await focused()).toBe('button Write an entry');
      expect(await texts('.rows b')).toEqual(['Jane Example']);
    });

    test('names are kept one a line, each once', async () => {
      await gallery.show('options-own');
      await pressOn('[aria-label="Edit: The source in Geneva"]');
      await press('Tab');
      await type('Deep Throat\n\n Deep Throat \nDT');
      await pressOn('.entity-form [type=submit]');
      expect((await calls()).find((call) => call.startsWith('saveEntity own:2'))).toContain(
        '"otherNames":["Deep Throat","DT"]',
      );
    });

    test('a note is edited and deleted', async () => {
      await gallery.show('options-own');
      await pressOn('[aria-label^="Edit: note about"]');
      expect(await focused()).toBe('textarea Note');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await type('He knew.');
      await pressOn('.rows form [type=submit]');
      expect(await calls()).toContain('saveNote note:1 He knew.');
      await pressOn('[aria-label^="Delete: note about"]');
      await page.focus('.confirm .press');
      await press('Enter');
      expect(await calls()).toContain('deleteNote note:1');
      expect(await focused()).toBe('h2 Your own entries');
    });

    test('a name is asked of the chosen service, and a candidate added', async () => {
      await gallery.show('options-own-none');
      await page.select('.ask select', 'yente');
      await page.focus('.ask input');
      await type('Jane Example');
      await press('Enter');
      expect(await calls()).toContain('reconcile yente Jane Example');
      expect(await texts('.part [role=status]')).toEqual(['2 candidates']);
      await pressOn('.candidate button');
      expect(await calls()).toContain('addCandidate yente Q1');
      expect(await focused()).toBe('button Added: Jane Example');
      expect(await statuses()).toEqual([
        'Jane Example is added with 7 facts, for you alone. To have it marked on pages, edit it among your own.',
      ]);
      await press('Enter');
      expect((await calls()).filter((call) => call.startsWith('addCandidate'))).toHaveLength(1);
    });

    test('nothing is sent while a name is typed, and finding nothing says what to do', async () => {
      await gallery.show('options-own-none');
      await page.focus('.ask input');
      await type('Nobody');
      expect((await calls()).filter((call) => call.startsWith('reconcile'))).toEqual([]);
      await press('Enter');
      expect(await texts('.part [role=status]')).toEqual([
        'Nothing was found for “Nobody”. Try another spelling or the full name.',
      ]);
    });

    test('a newsroom’s service is added and removed', async () => {
      await gallery.show('options-services');
      await page.focus('.services input');
      await type('http://127.0.0.1:9000/');
      await press('Enter');
      expect(await texts('.services b')).toEqual(['Wikidata', 'Newsroom search', '127.0.0.1:9000']);
      await pressOn('[aria-label="Remove: Newsroom search"]');
      expect(await texts('.services b')).toEqual(['Wikidata', '127.0.0.1:9000']);
    });
  });

  describe('storage', () => {
    test('the browser is asked to keep the store, and its promise is told', async () => {
      await gallery.show('options-backup');
      await pressOn('.buttons .press');
      expect(await calls()).toContain('persist');
      expect(await texts('.part .aside')).toEqual([
        'The browser has promised not to clear it by itself.',
      ]);
    });
  });

  test('a restored backup says what it added, and the packs are asked for anew', async () => {
    await gallery.show('options-restored');
    expect(await calls()).toContain('importBackup backgrounder-2026-11-23.ndjson.gz');
    expect(await texts('.merged tbody tr:first-child > *')).toEqual(['Packs', '2', '0', '1']);
    expect((await calls()).filter((call) => call === 'packs')).toHaveLength(2);
  });
});
