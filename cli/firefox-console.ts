import * as v from 'valibot';
import type { ConsoleLine } from './extension-session.ts';
import { levelOf } from './extension-session.ts';
import type { FirefoxParent } from './firefox-parent.ts';

const EntriesSchema = v.array(
  v.object({ level: v.string(), text: v.string(), source: v.nullish(v.string(), '') }),
);

/** A page was left while its content script waited for an answer: Firefox notes it, nothing failed. */
const LEFT_MEANWHILE = /^Promise (resolved|rejected) after context unloaded/;

/**
 * Runs in every process that shows pages: BiDi reports the console of web pages
 * only, not that of extension pages and background scripts.
 */
const PROCESS_SCRIPT = `
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const show = (value) => {
    try {
      if (typeof value === 'string') return value;
      if (value && value.message !== undefined) return String(value.name ?? 'Error') + ': ' + value.message;
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    } catch { return '?'; }
  };
  storage.addLogEventListener((event) => {
    const { level, filename, arguments: values } = event.wrappedJSObject ?? event;
    sendAsyncMessage('backgrounder:line', {
      level, source: filename, text: Array.from(values ?? [], show).join(' '),
    });
  }, Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal));
  addMessageListener('backgrounder:flush', () => sendAsyncMessage('backgrounder:flushed'));
`;

/**
 * A process handles messages in order: once it has answered, its lines are here,
 * and what the window told all processes before has arrived there.
 */
const AFTER_ALL_PROCESSES = `
  const processes = Array.from({ length: Services.ppmm.childCount }, (_, index) =>
    Services.ppmm.getChildAt(index)).filter((each) => !each.isInProcess);
  const answers = processes.map((each) => new Promise((resolve) => {
    const listener = () => {
      each.removeMessageListener('backgrounder:flushed', listener);
      resolve();
    };
    each.addMessageListener('backgrounder:flushed', listener);
    each.sendAsyncMessage('backgrounder:flush');
  }));
  // A process that ends meanwhile does not answer.
  const deadline = new Promise((resolve) => setTimeout(resolve, 1000));
  await Promise.race([Promise.all(answers), deadline]);
`;

/** Starts keeping what is logged and thrown anywhere in Firefox. */
export async function watchConsole(parent: FirefoxParent): Promise<void> {
  await parent.run(
    `const lines = (window.backgrounderLines = []);
    Services.ppmm.addMessageListener('backgrounder:line', ({ data: line }) => lines.push(line));
    Services.ppmm.loadProcessScript(
      'data:application/javascript;charset=utf-8,' + encodeURIComponent(data), true);
    Services.console.registerListener({
      observe(message) {
        if (!(message instanceof Ci.nsIScriptError) || message.flags & message.warningFlag) return;
        lines.push({ level: 'exception', text: message.errorMessage, source: message.sourceName });
      },
    });`,
    PROCESS_SCRIPT,
  );
}

/** Resolves when what was set in Firefox's own window holds in the processes of the pages too. */
export async function reachAllProcesses(parent: FirefoxParent): Promise<void> {
  await parent.run(AFTER_ALL_PROCESSES);
}

/** What was logged so far, Firefox's own code left out. */
export async function readConsole(parent: FirefoxParent): Promise<readonly ConsoleLine[]> {
  const entries = await parent.run(`${AFTER_ALL_PROCESSES} return window.backgrounderLines;`);
  return v
    .parse(EntriesSchema, entries)
    .filter(({ source }) => !/^(chrome|resource):/.test(source))
    .map(({ level, text, source }) => {
      if (LEFT_MEANWHILE.test(text)) return { level: 'warn', text, source };
      return { level: level === 'exception' ? level : levelOf(level), text, source };
    });
}
