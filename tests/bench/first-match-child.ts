/**
 * From the bytes of an index to the first match in a short text, in a process that
 * has matched nothing yet: no function is compiled, as in a worker just started.
 */

import { matchNames } from '../../linking/match.ts';
import { openNameIndex } from '../../linking/name-index.ts';
import { readIndex } from './matchers.ts';

const [, , folder = '', text = ''] = process.argv;

const bytes = readIndex(folder);
const cpu = process.cpuUsage();
const start = performance.now();
const index = openNameIndex(bytes);
const opened = performance.now();
const matches = matchNames([index], text).length;
const end = performance.now();
const { user, system } = process.cpuUsage(cpu);
const processor = (user + system) / 1_000;
console.log(JSON.stringify({ wall: end - start, open: opened - start, processor, matches }));
