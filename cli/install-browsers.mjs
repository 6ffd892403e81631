/**
 * Installs the browsers that are missing where that can be done without asking
 * (Debian and its relatives, as root or with a password-free sudo), and
 * otherwise says exactly what to install. Node's own modules only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { BROWSER_VARIABLES, findBrowser } from './browsers.mjs';

/** @typedef {import('./browsers.mjs').BrowserKind} BrowserKind */

/** Without its sandbox package Chromium starts only where users may make namespaces. */
const PACKAGES = { chromium: 'chromium chromium-sandbox', firefox: 'firefox-esr' };
const NAMES = { chromium: 'Chromium', firefox: 'Firefox' };

/** What is missing and cannot be installed from here; the message says what to do. */
export class BrowserMissing extends Error {
  name = 'BrowserMissing';
}

/**
 * Makes sure that browsers are there.
 *
 * @param {readonly BrowserKind[]} wanted
 * @param {'all' | 'any'} need - whether one of them is enough
 * @throws {BrowserMissing} when they are not and cannot be installed
 */
export function ensureBrowsers(wanted, need) {
  const found = wanted.filter((kind) => findBrowser(kind) !== undefined);
  if (need === 'any' && found.length > 0) return;
  const missing = wanted.filter((kind) => !found.includes(kind));
  if (missing.length === 0) return;
  // One is enough: install the first only.
  const installing = need === 'any' ? missing.slice(0, 1) : missing;

  const asRoot = aptPrefix();
  if (!asRoot) throw new BrowserMissing(advice(missing, need));
  const packages = installing.map((kind) => PACKAGES[kind]);
  const names = installing.map((kind) => NAMES[kind]).join(' and ');
  console.log(`Installing ${names}, which takes a minute or two …`);
  const failure =
    apt(asRoot, ['update']) ??
    apt(asRoot, [
      'install',
      '--yes',
      '--no-install-recommends',
      ...packages.flatMap((each) => each.split(' ')),
    ]);
  if (failure === undefined && installing.every((kind) => findBrowser(kind) !== undefined)) return;
  const why = failure ?? `${packages.join(' ')} was installed, but no usable browser came of it.`;
  throw new BrowserMissing(`${why}\n${advice(installing, 'all')}`);
}

/**
 * How to run apt-get without being asked for a password: the words to put in
 * front of it, or undefined when it cannot be done.
 *
 * @returns {readonly string[] | undefined}
 */
function aptPrefix() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n']
    : undefined;
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} args
 * @returns {string | undefined} what it said when it failed
 */
function apt(prefix, args) {
  const [command, ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '--quiet',
    ...args,
  ];
  const { status, stdout, stderr } = spawnSync(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (status === 0) return undefined;
  const end = `${stdout}${stderr}`.trim().split('\n').slice(-12).join('\n');
  return `apt-get ${args.join(' ')} failed:\n${end}\n`;
}

/**
 * @param {readonly BrowserKind[]} missing
 * @param {'all' | 'any'} need
 */
function advice(missing, need) {
  const names = missing.map((kind) => NAMES[kind]).join(need === 'any' ? ' or ' : ' and ');
  const variables = missing.map((kind) => BROWSER_VARIABLES[kind]).join(' or ');
  return [
    `${names} ${need === 'any' || missing.length === 1 ? 'is' : 'are'} needed, and none was found. To install:`,
    ...howToInstall(missing),
    `If it is installed elsewhere, put the program's path into ${variables}.`,
  ].join('\n');
}

/**
 * @param {readonly BrowserKind[]} kinds
 * @returns {readonly string[]}
 */
function howToInstall(kinds) {
  const pick = (/** @type {string} */ chromium, /** @type {string} */ firefox) =>
    kinds.map((kind) => (kind === 'chromium' ? chromium : firefox));
  if (process.platform === 'darwin')
    return [`  brew install --cask ${pick('google-chrome', 'firefox').join(' ')}`];
  if (process.platform === 'win32')
    return pick('  winget install Google.Chrome', '  winget install Mozilla.Firefox');
  const release = osRelease();
  // Ubuntu's own packages are snaps, which cannot be driven with a profile in /tmp.
  if (/\bubuntu\b/.test(release)) {
    return pick(
      '  Google Chrome as a .deb from https://www.google.com/chrome/ (the snap does not work)',
      '  Firefox as a .deb, see https://support.mozilla.org/kb/install-firefox-linux (not the snap)',
    );
  }
  const packages = pick('chromium', 'firefox').join(' ');
  if (/\bdebian\b/.test(release)) {
    const debian = kinds.map((kind) => PACKAGES[kind]).join(' ');
    return [`  sudo apt-get update && sudo apt-get install --yes ${debian}`];
  }
  if (/\b(fedora|rhel)\b/.test(release)) return [`  sudo dnf install ${packages}`];
  if (/\barch\b/.test(release)) return [`  sudo pacman -S ${packages}`];
  return [`  from your distribution: ${packages}`];
}

function osRelease() {
  try {
    const text = readFileSync('/etc/os-release', 'utf8');
    return text
      .split('\n')
      .filter((line) => /^(ID|ID_LIKE)=/.test(line))
      .join(' ');
  } catch {
    return '';
  }
}
