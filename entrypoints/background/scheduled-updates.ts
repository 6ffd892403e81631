import { browser as chromium } from '@wxt-dev/browser';
import { browser } from 'wxt/browser';
import { runDueUpdates } from '../updater/run-due-updates.ts';

const ALARM = 'updates';
/** Often enough for a schedule of days, on machines that sleep. */
const PERIOD_MINUTES = 60;

/** Looks every hour whether packs are due to be updated; to be called before anything waits. */
export function scheduleUpdates(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void update();
  });
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES });
  });
}

async function update(): Promise<void> {
  const { version } = browser.runtime.getManifest();
  try {
    if (typeof Worker === 'undefined') await updateOutOfSight(version);
    else await runDueUpdates(version);
  } catch (error) {
    console.error('Backgrounder: packs could not be updated.', error);
  }
}

/** Chromium's service worker may start no threads: a page out of sight does. */
async function updateOutOfSight(version: string): Promise<void> {
  const { offscreen } = chromium;
  if (await offscreen.hasDocument()) return;
  await offscreen.createDocument({
    url: `/updater.html?${new URLSearchParams({ version })}`,
    reasons: ['WORKERS'],
    justification: 'Imports the new version of a pack in a thread of its own.',
  });
}
