/**
 * Finds the browsers that `npm start` and the tests drive. Plain JavaScript on
 * Node's own modules only, because setup runs it before anything is installed.
 */
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserKind */

/** Environment variables that name a browser's executable, by kind. */
export const BROWSER_VARIABLES = {
  chromium: 'BACKGROUNDER_CHROMIUM',
  firefox: 'BACKGROUNDER_FIREFOX',
};

const COMMANDS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const MAC_APPLICATIONS = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

const WINDOWS_PROGRAMS = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/**
 * Finds an installed browser.
 *
 * @param {BrowserKind} kind
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} [on]
 * @returns {string | undefined} the executable's path, or undefined when there is none
 * @throws {Error} when the environment names an executable that is not there
 */
export function findBrowser(kind, { env = process.env, platform = process.platform } = {}) {
  const variable = BROWSER_VARIABLES[kind];
  const named = env[variable];
  if (named) {
    if (isExecutable(named, platform)) return named;
    throw new Error(`${variable} is "${named}", but there is no program there.`);
  }
  return candidates(kind, env, platform).find(
    (file) => isExecutable(file, platform) && !isSnap(file, platform),
  );
}

/**
 * @param {BrowserKind} kind
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
function candidates(kind, env, platform) {
  if (platform === 'darwin') {
    return MAC_APPLICATIONS[kind].flatMap((application) => [
      path.join('/Applications', application),
      path.join(homedir(), 'Applications', application),
    ]);
  }
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return WINDOWS_PROGRAMS[kind].flatMap((program) =>
      roots.flatMap((root) => (root ? [path.win32.join(root, program)] : [])),
    );
  }
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => path.join(folder, command)));
}

/**
 * @param {string} file
 * @param {NodeJS.Platform} platform
 */
function isExecutable(file, platform) {
  try {
    accessSync(file, platform === 'win32' ? constants.F_OK : constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * A snap cannot read the temporary profile it is started with, so it is no use
 * here. Ubuntu's `firefox` and `chromium-browser` are scripts that start one.
 *
 * @param {string} file
 * @param {NodeJS.Platform} platform
 */
function isSnap(file, platform) {
  if (platform !== 'linux') return false;
  const real = realpathSync(file);
  if (real === '/usr/bin/snap' || real.startsWith('/snap/')) return true;
  if (statSync(real).size > 20_000) return false;
  return readFileSync(real, 'latin1').includes('/snap/bin/');
}
