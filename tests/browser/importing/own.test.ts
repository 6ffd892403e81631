import { join } from 'node:path';
import { expect } from 'vitest';
import { MANIFEST, peopleService } from '../../unit/network/reconciliation-server.ts';
import type { Handler } from '../../unit/network/test-server.ts';
import { inImportingBrowsers } from './import-browsers.ts';

declare const room: typeof import('./own-room.ts');

/** Leave for pages of other origins, which extensions do not need. */
function open(handler: Handler): Handler {
  return (asked, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (asked.method === 'OPTIONS') return void response.end();
    return handler(asked, response);
  };
}

inImportingBrowsers(
  'the reader’s own',
  (test) => {
    test('an entry keeps what the reader did not see when they change it', async (page) => {
      const seen = await page.evaluate(async () => {
        const base = await room.open();
        const own = room.ownBackend(async () => base, ['en', 'de']);
        const made = room.makeEntry('Q1', '2024-01-01T00:00:00.000Z');
        await room.putOwnEntry(base, {
          ...made,
          entity: {
            ...made.entity,
            names: [
              { text: 'Ada', lang: 'en' },
              { text: 'Адa', lang: 'ru' },
              { text: 'AE', use: 'acronym' },
            ],
            summary: { de: 'auf Deutsch', en: 'in English' },
            links: { wikidata: 'https://www.wikidata.org/wiki/Q1' },
          },
        });
        const before = (await own.own()).entities[0];
        if (before)
          await own.saveEntity('Q1', { ...before, otherNames: ['AE', 'New'], summary: '' });
        await own.saveEntity(
          undefined,
          {
            name: 'Jane',
            otherNames: [],
            kind: 'person',
            summary: 'me',
            url: 'https://a.example/',
            private: true,
          },
          { url: 'https://news.example/', words: 'Jane' },
        );
        const wrong = await own
          .saveEntity('own:gone', {
            name: 'x',
            otherNames: [],
            kind: 'person',
            summary: '',
            url: '',
            private: true,
          })
          .catch(({ message }: Error) => message);
        const unsound = await own
          .saveEntity(undefined, {
            name: 'a\u202eb',
            otherNames: [],
            kind: 'person',
            summary: '',
            url: '',
            private: true,
          })
          .catch(({ message }: Error) => message);
        return { before, wrong, unsound, kept: await room.ownEntries(base) };
      });
      expect(seen.before).toMatchObject({
        name: 'Ada',
        otherNames: ['Адa', 'AE'],
        summary: 'in English',
      });
      expect(seen.wrong).toMatch(/not there any more/);
      expect(seen.unsound).toMatch(/cannot be kept/);
      expect(seen.kept).toMatchObject([
        {
          entity: {
            id: 'Q1',
            names: [{ text: 'Ada', lang: 'en' }, { text: 'AE', use: 'acronym' }, { text: 'New' }],
            summary: { de: 'auf Deutsch' },
            links: { wikidata: 'https://www.wikidata.org/wiki/Q1' },
          },
          provenance: { url: 'https://news.example/a' },
        },
        {
          entity: {
            names: [{ text: 'Jane' }],
            summary: { en: 'me' },
            links: { website: 'https://a.example/' },
          },
          private: true,
          provenance: { url: 'https://news.example/', words: 'Jane' },
        },
      ]);
      expect(seen.kept[0]?.entity.summary).toEqual({ de: 'auf Deutsch' });
    });

    test('notes are added, changed, named after what they are about, and deleted', async (page) => {
      const seen = await page.evaluate(async () => {
        const base = await room.open();
        await room.importPack(base, room.makePack('a', '1', 1));
        const own = room.ownBackend(async () => base, ['en']);
        await own.addNote({ text: ' first ', about: 'a-country' });
        await own.addNote({
          text: 'second',
          about: 'gone',
          from: { url: 'https://news.example/' },
        });
        const { notes } = await own.own();
        const first = notes.find(({ about }) => about);
        if (first) await own.saveNote(first.id, 'changed');
        const tooLong = await own
          .addNote({ text: 'x'.repeat(30_000) })
          .catch(({ message }: Error) => message);
        const changed = (await own.own()).notes;
        for (const { id } of changed) await own.deleteNote(id);
        return { notes, tooLong, changed, left: (await own.own()).notes.length };
      });
      expect(seen.notes.map(({ text, about }) => `${text} ${about?.text}`).sort()).toEqual([
        'first Land of a',
        'second undefined',
      ]);
      expect(seen.changed.map((note) => note.text).sort()).toEqual(['changed', 'second']);
      expect(seen.tooLong).toMatch(/cannot be kept: text/);
      expect(seen.left).toBe(0);
    });

    test('a candidate of a service becomes an entry, and no harm comes to one that was there', async (page, server) => {
      const url = server.on(
        '/api',
        open(peopleService({ identifierSpace: 'https://people.example/' })),
      );
      const seen = await page.evaluate(async (address) => {
        const base = await room.open();
        const asked: string[] = [];
        const desk = room.lookUpBackend(async () => base, {
          polite: new room.PoliteFetch({ version: '1', pauseMs: 0, tries: 1 }),
          languages: ['en'],
          permit: async (urls) => void asked.push(urls.join(' ')),
        });
        await desk.addService(address);
        const services = await desk.services();
        const before = await desk.reconcile(address, 'Masoud B');
        const unasked = await desk
          .addCandidate(address, 'Q2')
          .catch(({ message }: Error) => message);
        const added = await desk.addCandidate(address, 'Q1');
        const [first] = await room.ownEntries(base);
        if (first) {
          const names = [...first.entity.names, { text: 'My word for him' }];
          await room.putOwnEntry(base, {
            ...first,
            private: false,
            entity: { ...first.entity, names },
          });
        }
        await desk.addCandidate(address, 'Q1');
        const after = await desk.reconcile(address, 'Masoud B');
        const own = await room.ownEntries(base);
        await desk.removeService(address);
        const left = await desk.services();
        return { services, before, unasked, added, first, after, own, left, asked };
      }, url);
      const host = new URL(url).host;
      expect(seen.services.map(({ name, builtIn }) => `${name} ${builtIn}`)).toEqual([
        'Wikidata true',
        `${MANIFEST.name} false`,
      ]);
      expect(seen.before).toMatchObject([
        { id: 'Q1', name: 'Masoud Barzani', types: ['Q5'], known: false },
      ]);
      expect(seen.unasked).toMatch(/asked again/);
      expect(seen.added).toEqual({ facts: 0 });
      // For the reader alone, until they say otherwise.
      expect(seen.first?.private).toBe(true);
      expect(seen.after).toMatchObject([{ id: 'Q1', known: true }]);
      expect(seen.own).toMatchObject([
        {
          entity: {
            id: `${host}:Q1`,
            kind: 'person',
            names: [{ text: 'Masoud Barzani' }, { text: 'My word for him' }],
            summary: { en: 'politician' },
          },
          private: false,
          sources: [{ publisher: MANIFEST.name }],
        },
      ]);
      expect(seen.left).toHaveLength(1);
      expect(seen.asked[0]).toBe(url);
      // Nothing but the name goes to the service.
      const sent = server.asked.flatMap(({ form }) => form.get('queries') ?? []);
      expect(sent.map((one) => JSON.parse(one))).toEqual(
        Array(2).fill({ q0: { limit: 10, query: 'Masoud B' } }),
      );
    });
  },
  join(import.meta.dirname, 'own-room.ts'),
);
