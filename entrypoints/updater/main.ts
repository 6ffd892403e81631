import { runDueUpdates } from './run-due-updates.ts';

// The page that Chromium's worker, which may start no threads, opens out of sight.
// Such a page cannot read the manifest: its address says the version.
try {
  await runDueUpdates(new URLSearchParams(location.search).get('version') ?? '');
} catch (error) {
  console.error('Backgrounder: packs could not be updated.', error);
} finally {
  // While it is there, no other is opened, so nothing would be updated any more.
  window.close();
}
