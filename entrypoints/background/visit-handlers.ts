import { browser } from 'wxt/browser';
import type { Handlers, Sender } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import { countVisits, forgetVisits, putVisit, visitsOf } from '../../store/visits.ts';
import { openedBase } from './fact-base.ts';

interface Read {
  readonly url: string;
  readonly date: string | undefined;
  readonly entities: readonly string[];
}

/**
 * Remembers a page that names somebody, if the reader wants that: only what stands in a tab
 * itself, and nothing of private windows. Nobody waits for it.
 */
export function noteVisit({ url, date, entities }: Read, { tab, frameId }: Sender): void {
  if (entities.length === 0 || !tab || frameId !== 0 || !/^https?:/.test(url)) return;
  if (tab.incognito !== false || browser.extension.inIncognitoContext) return;
  const title = tab.title?.trim();
  const note = async () => {
    const { base, settings } = await openedBase();
    if (!settings.history) return;
    await putVisit(base, {
      url,
      at: Date.now(),
      entities: [...entities],
      ...(title && { title }),
      ...(date !== undefined && { date }),
    });
  };
  note().catch((error: unknown) => {
    console.warn('Backgrounder: a page that was read could not be remembered.', error);
  });
}

/** The pages that the reader has read. */
export const visitHandlers: Pick<
  Handlers<Operations>,
  'visitsOf' | 'visitCount' | 'forgetVisits'
> = {
  async visitsOf({ entity, limit }) {
    const { base, settings } = await openedBase();
    return {
      visits: await visitsOf(base, entity, limit),
      remembering: settings.history === true,
    };
  },

  async visitCount() {
    return { pages: await countVisits((await openedBase()).base) };
  },

  async forgetVisits({ url }) {
    await forgetVisits((await openedBase()).base, url);
    return {};
  },
};
