import { runDueUpdates } from './run-due-updates.ts';

// The page that Chromium's worker, which may start no threads, opens out of sight.
await runDueUpdates();
window.close();
