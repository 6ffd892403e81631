import type { DateEvidence } from '../../dateline/evidence.ts';
import type { Published } from '../../dateline/published.ts';
import { pageKey } from '../../facts/settings.ts';
import { dateEvidence } from '../../page/date-evidence.ts';
import { DATE_WAIT_MS } from './limits.ts';
import { pageAddress } from './page-address.ts';

export interface PageDayOptions {
  /** Has the worker judge what the page shows of its dates. */
  readonly ask: (asked: {
    url: string;
    evidence: DateEvidence;
  }) => Promise<{ published?: Published | undefined }>;
  readonly onAnswer: () => void;
  /** The day is another one than before. */
  readonly onChange: () => void;
}

/** The day on which a frame's page was published, as the worker finds it in what the page shows. */
export class PageDay {
  readonly #options: PageDayOptions;
  #published: Published | undefined;
  /** The page and its evidence as the worker was last asked, and its answer. */
  #asked = { page: '', evidence: '', answer: Promise.resolve() };

  constructor(options: PageDayOptions) {
    this.#options = options;
  }

  /** As it is known now. */
  get published(): Published | undefined {
    return this.#published;
  }

  /** Has the worker asked again: its answer may be another one to the same evidence. */
  forget(): void {
    this.#asked.evidence = '';
  }

  /**
   * Asks the worker when the page shows something else than before. Call it anew whenever the
   * day matters: what a single-page site says of its article may come after the article.
   */
  read(): Promise<void> {
    const url = pageAddress();
    const page = pageKey(url);
    const evidence = dateEvidence(document);
    const asked = { page, evidence: JSON.stringify(evidence), answer: this.#asked.answer };
    if (page !== this.#asked.page) this.#published = undefined;
    else if (asked.evidence === this.#asked.evidence) return this.#asked.answer;
    this.#asked = asked;
    asked.answer = this.#options.ask({ url, evidence }).then(
      ({ published }) => {
        if (asked === this.#asked) this.#set(published);
      },
      (error) => {
        console.warn('Backgrounder: the day of the page is not known.', error);
        asked.evidence = '';
      },
    );
    return asked.answer;
  }

  /** The day when it is known in time: a page is not kept waiting for it. */
  async inTime(): Promise<Published | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, DATE_WAIT_MS);
    });
    await Promise.race([this.read(), tooLate]);
    clearTimeout(timer);
    return this.#published;
  }

  #set(published: Published | undefined): void {
    const before = this.#published?.iso;
    this.#published = published;
    this.#options.onAnswer();
    if (published?.iso !== before) this.#options.onChange();
  }
}
