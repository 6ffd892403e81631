import type { OptionsFake } from './options-backend.ts';
import { DONE, FAILED, INDEXING, PACKS, QUESTION, READING } from './options-samples.ts';

import { SETTINGS_CASES } from './settings-cases.ts';

export interface OptionsCase extends OptionsFake {
  /** Choose this file: where a section has no field for files, in the one where packs are added. */
  readonly choose?: string;
  /** Press these, one after the other, once the page is at rest. */
  readonly press?: readonly string[];
}

/** The options page's states in the gallery. */
export const OPTIONS: Record<string, OptionsCase> = {
  'options-packs': { route: 'packs' },
  'options-packs-details': { route: 'packs', press: ['.pack:nth-child(2) [aria-expanded]'] },
  'options-packs-confirm': {
    route: 'packs',
    press: ['.pack:nth-child(2) .pack-actions > button:nth-of-type(2)'],
  },
  'options-packs-none': { route: 'packs', packs: [] },
  'options-packs-refused': { route: 'packs', refusing: true, press: ['.pack input[role=switch]'] },
  'options-packs-many': {
    route: 'packs',
    packs: PACKS.flatMap((pack) =>
      ['a', 'b', 'c', 'd'].map((copy) => ({ ...pack, id: pack.id + copy })),
    ),
  },
  'options-worker-gone': { route: 'packs', failing: true },
  'options-broken': { route: 'packs', broken: true },
  'options-add': { route: 'add' },
  'options-add-wrong': { route: 'add', press: ['form.way [type=submit]'] },
  'options-add-failing': { route: 'add', failing: true },
  'options-starting': { route: 'add', choose: 'positions.csv' },
  'options-question': {
    route: 'add',
    choose: 'norway.json.gz',
    news: [QUESTION],
    afterAnswer: [READING],
  },
  'options-reading': { route: 'add', choose: 'dump.ndjson.gz', news: [READING] },
  'options-indexing': { route: 'packs', choose: 'dump.ndjson.gz', news: [READING, INDEXING] },
  'options-done': { route: 'add', choose: 'positions.csv', news: [READING, DONE] },
  'options-done-problems': {
    route: 'add',
    choose: 'positions.csv',
    news: [READING, DONE],
    press: ['.import [aria-expanded]'],
  },
  'options-failed': { route: 'add', choose: 'pack.ndjson', news: [FAILED] },
  'options-own': { route: 'own' },
  'options-own-none': { route: 'own', blank: true },
  'options-own-edit': { route: 'own', press: ['[aria-label$=": Amir Saeid Iravani"]'] },
  'options-own-note': { route: 'own', press: ['.note-text ~ .row-actions > button'] },
  'options-own-delete': { route: 'own', press: ['[aria-label$=": Amir Saeid Iravani"] + button'] },
  'options-draft': { route: 'own?draft=article' },
  'options-draft-note': { route: 'own?draft=card' },
  'options-services': { route: 'own', blank: true, press: ['.line [aria-expanded]'] },
  'options-backup': { route: 'backup' },
  'options-backup-persisted': { route: 'backup', persisted: true },
  'options-restored': { route: 'backup', choose: 'backgrounder-2026-11-23.ndjson.gz' },
  'options-backup-failing': { route: 'backup', failing: true },
  ...SETTINGS_CASES,
};

/** Chooses a file through the page's own field, and presses what is to be pressed. */
export async function act(
  { choose, press = [] }: OptionsCase,
  settled: () => Promise<void>,
): Promise<void> {
  if (choose !== undefined) {
    // An import begun in one section shows in all of them.
    const { hash } = location;
    if (hash !== '#/backup') location.hash = '#/add';
    await settled();
    chooseFile(await found('input[type=file]', settled), choose);
    location.hash = hash;
    await settled();
  }
  for (const selector of press) {
    (await found(selector, settled)).click();
    await settled();
  }
}

/** What a press needs may hang on answers that come one after the other. */
async function found(selector: string, settled: () => Promise<void>): Promise<HTMLElement> {
  for (let rests = 0; rests < 20; rests += 1) {
    const target = document.querySelector<HTMLElement>(`#stage ${selector}`);
    if (target) return target;
    await settled();
  }
  throw new Error(`There is no ${selector}.`);
}

/** Puts a file into the page's field for files, as the browser does after its dialog. */
function chooseFile(field: HTMLElement, name: string): void {
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no field for files.');
  const transfer = new DataTransfer();
  transfer.items.add(new File(['{}\n'], name));
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
