/**
 * Makes a bare clone ready: checks Node, installs npm packages when they are
 * missing or are not those of package-lock.json, and browsers where none is
 * found. Runs before every `npm start` and `npm test`, and takes a few
 * milliseconds when there is nothing to do.
 *
 *     node cli/setup.mjs                  one browser is enough
 *     node cli/setup.mjs --all-browsers   Chromium and Firefox
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserMissing, ensureBrowsers } from './install-browsers.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

checkNode();
if (!packagesMatchLock()) installPackages();
// tsconfig.json extends a file that WXT writes and git ignores.
if (!existsSync(path.join(ROOT, '.wxt', 'tsconfig.json'))) prepareWxt();
try {
  ensureBrowsers(['chromium', 'firefox'], process.argv.includes('--all-browsers') ? 'all' : 'any');
} catch (error) {
  if (error instanceof BrowserMissing) stop(error.message);
  throw error;
}

/** Node 20.19 or later, or 22.12 or later: what Vite and WXT run on. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) {
    stop(
      `Backgrounder needs Node 20.19 or later, or 22.12 or later; this is ${process.versions.node}.\n` +
        'Install one from https://nodejs.org/ and run the command again.',
    );
  }
}

/**
 * Whether node_modules holds what package-lock.json lists. npm keeps what it
 * installed in node_modules/.package-lock.json; optional packages may be absent,
 * because they are for other systems.
 */
function packagesMatchLock() {
  const installed = readLock('node_modules/.package-lock.json');
  if (!installed) return false;
  const wanted = readLock('package-lock.json');
  if (!wanted) stop('package-lock.json is missing or cannot be read.');
  const matches = Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const there = installed[place];
    return there ? there.version === version : optional === true;
  });
  return (
    matches &&
    Object.entries(installed).every(([place, { optional }]) => place in wanted || optional === true)
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * `npm ci`, or where that refuses the lock file `npm install`. It does when the
 * registry has since got (or, as a mirror, still lacks) a package for another
 * operating system: optional here, and no reason to go without the others.
 */
function installPackages() {
  console.log('Installing npm packages …');
  // Development packages are what this is for, whatever NODE_ENV says.
  const flags = ['--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  const strict = npm(['ci', ...flags], 'pipe');
  if (strict.status === 0) return;
  if ((strict.stderr ?? '').includes('EUSAGE')) {
    console.log('"npm ci" finds package-lock.json incomplete; trying "npm install" …');
    if (npm(['install', '--no-save', ...flags], 'inherit').status === 0) return;
  } else {
    console.error(strict.error?.message ?? strict.stderr);
  }
  stop('npm could not install the packages; what it said stands above.');
}

/**
 * @param {readonly string[]} args
 * @param {'pipe' | 'inherit'} stderr
 */
function npm(args, stderr) {
  const script = process.env.npm_execpath;
  const [command, ...rest] = script ? [process.execPath, script, ...args] : ['npm', ...args];
  return spawnSync(command, rest, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', stderr],
    encoding: 'utf8',
    // npm is a batch file there.
    shell: !script && process.platform === 'win32',
  });
}

function prepareWxt() {
  const wxt = path.join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const ran = spawnSync(process.execPath, [wxt, 'prepare'], { cwd: ROOT, encoding: 'utf8' });
  if (ran.status !== 0) stop(`"wxt prepare" failed:\n${ran.stdout}${ran.stderr}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
