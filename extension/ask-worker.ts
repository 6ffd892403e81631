import { browser } from 'wxt/browser';
import type { Ask } from '../messages/ask.ts';
import { request } from '../messages/channel.ts';
import { OPERATIONS } from '../messages/operations.ts';

/** Asks the background worker, from any page of the extension. */
export const askWorker: Ask = (op, params) =>
  request(OPERATIONS, (envelope) => browser.runtime.sendMessage(envelope), op, params);
