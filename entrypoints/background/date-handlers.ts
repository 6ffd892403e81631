import { asCorrected } from '../../dateline/corrected.ts';
import { findPublished } from '../../dateline/find-published.ts';
import { parseDate } from '../../facts/dates.ts';
import { dayToIso, localDay } from '../../facts/days.ts';
import { correctedDate, withDate } from '../../facts/settings.ts';
import type { Handlers } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import { change } from './change-settings.ts';
import { openedBase } from './fact-base.ts';
import { wordsFor } from './reader.ts';

/** The day of a page: found in what it shows, and as the reader corrects it. */
export const dateHandlers: Pick<Handlers<Operations>, 'publicationDate' | 'correctDate'> = {
  async publicationDate({ url, evidence }) {
    const { settings } = await openedBase();
    const words = await wordsFor(settings);
    const found = findPublished(evidence, url, dayToIso(localDay(new Date())), words);
    const corrected = correctedDate(settings, url);
    const published = corrected === undefined ? found : asCorrected(corrected, found, words);
    return published ? { published } : {};
  },

  correctDate({ url, date }) {
    if (date !== undefined && !parseDate(date))
      throw new Error(`${date} is no day of the calendar`);
    return change((settings) => withDate(settings, url, date));
  },
};
