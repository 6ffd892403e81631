import { runDueUpdates } from './run-due-updates.ts';

// The page that Chromium's worker, which may start no threads, opens out of sight.
// Such a page cannot read the manifest: its address says the version.
await runDueUpdates(new URLSearchParams(location.search).get('version') ?? '');
window.close();
