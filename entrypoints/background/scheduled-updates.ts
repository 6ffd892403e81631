import { browser as chromium } from '@wxt-dev/browser';
import { browser } from 'wxt/browser';
import { runDueUpdates } from '../updater/run-due-updates.ts';

const ALARM = 'updates';
/** Often enough for a schedule of days, on machines that sleep. */
const PERIOD_MINUTES = 60;
/** Often enough, even where timers are late, for what Firefox stops after half a minute. */
const AWAKE_EVERY_MS = 2_000;

/** Looks every hour whether packs are due to be updated; to be called before anything waits. */
export function scheduleUpdates(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void update();
  });
  // Firefox forgets alarms when it is closed, Chromium may. The listener has a browser that
  // starts wake the background; whatever else wakes it sees to the alarm as well.
  browser.runtime.onStartup.addListener(() => {});
  keepAlarm().catch((error: unknown) => {
    console.error('Backgrounder: updates of packs could not be scheduled.', error);
  });
}

/** Sets the alarm unless it is set: each setting would put it off. */
async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get(ALARM)) return;
  await browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES });
}

async function update(): Promise<void> {
  const { version } = browser.runtime.getManifest();
  try {
    if (typeof Worker === 'undefined') await updateOutOfSight(version);
    else await awakeFor(runDueUpdates(version));
  } catch (error) {
    console.error('Backgrounder: packs could not be updated.', error);
  }
}

/**
 * Firefox stops a background that calls nothing of the browser's for half a minute, threads
 * or no threads: no update that takes longer would ever come to its end.
 */
async function awakeFor(work: Promise<void>): Promise<void> {
  const calls = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_EVERY_MS);
  try {
    await work;
  } finally {
    clearInterval(calls);
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
