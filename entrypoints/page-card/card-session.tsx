import { Card, type CardContent } from '../../components/card.tsx';
import { type Cite, Citing } from '../../components/citing.ts';
import type { ScopeName } from '../../components/not-this-menu.tsx';
import { WordsContext } from '../../components/use-words.ts';
import type { LocalText } from '../../facts/card.ts';
import type { PageSettings } from '../../facts/page-settings.ts';
import { hostOf, pageKey, type Scope } from '../../facts/settings.ts';
import { CARD_ANSWERS, type CardAnswers } from '../../messages/card-operations.ts';
import { ask, type Params, type Result } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import { LONGEST_NAME } from '../../messages/parameters.ts';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  hover,
  IDLE,
  type Via,
} from '../../page/hover-machine.ts';
import { rememberFocus } from '../../page/keyboard.ts';
import { type PlacedMention, textOf } from '../../page/mention-map.ts';
import type { Words } from '../../words/words.ts';
import { pageAddress } from '../page.content/page-address.ts';
import { CardLayer } from './card-layer.ts';
import { CARD_FACTS, LOADING_AFTER_MS, MOST_FACTS } from './limits.ts';

/** Whose card is wanted, and of which mention the reasons. */
type Question = Pick<Params<Operations, 'card'>, 'entity' | 'mention'>;
type CardAnswer = Result<Operations, 'card'>;
type Surroundings = Pick<Params<Operations, 'card'>, 'page' | 'date'>;

/** What the session asks of its surroundings. */
export interface CardSessionOptions {
  /** Hands an envelope to the worker. */
  readonly send: (envelope: unknown) => Promise<unknown>;
  /** What else is on the page, and its day. */
  readonly surroundings: () => Promise<Surroundings>;
  /** How long the pointer rests before the card opens, and how the card looks. */
  readonly settings: () => CardSettings | undefined;
  /** Marks the mention that the pointer or the keyboard is on. */
  readonly mark: (mention: PlacedMention | undefined) => void;
  /** The mention that stands now where this one stood before the page was read again. */
  readonly current: (mention: PlacedMention) => PlacedMention | undefined;
}

type Mention = PlacedMention;
type CardSettings = Pick<PageSettings, 'dwell' | 'scheme' | 'zoom'>;

/** One entity of the card's history. */
interface Visit {
  readonly question: Question;
  readonly name: LocalText;
  content: CardContent;
  /** How many facts were asked for last. */
  facts: number;
  /** Counts what was asked or done: an answer to what is no longer the last is dropped. */
  turn: number;
}

/**
 * The card over a page: what opens and closes it (page/hover-machine.ts), what it
 * shows, and the way back through the entities opened in it.
 */
export class CardSession {
  #state: HoverState<Mention> = IDLE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #layer: CardLayer;
  #visits: Visit[] = [];
  /** By question. */
  readonly #prepared = new Map<string, Promise<CardAnswer>>();
  #shownFor: Mention | undefined;
  #giveBackFocus: (() => void) | undefined;
  #focusOnOpen = false;
  #isPointerInCard = false;

  readonly #options: CardSessionOptions;

  readonly #words: Words;

  constructor(options: CardSessionOptions, words: Words) {
    this.#options = options;
    this.#words = words;
    this.#layer = new CardLayer({
      onPointerEnter: () => {
        this.#isPointerInCard = true;
        this.dispatch({ type: 'enter-card' });
      },
      onPointerLeave: () => {
        this.#isPointerInCard = false;
        this.dispatch({ type: 'leave-card' });
      },
      onEscape: () => this.dispatch({ type: 'escape' }),
      onLost: () => this.#shownFor && this.dispatch({ type: 'gone', mention: this.#shownFor }),
    });
  }

  /** Whether a card is to be seen. */
  get isOpen(): boolean {
    return this.#shownFor !== undefined;
  }

  dispatch(event: HoverEvent<Mention>): void {
    // That the word was left is told a frame later, when the pointer may be in the card.
    if (event.type === 'leave' && this.#isPointerInCard) return;
    if ('mention' in event) this.#renew(event.mention);
    const { state, effects } = hover(this.#state, event, this.#options.settings()?.dwell);
    this.#state = state;
    for (const effect of effects) this.#run(effect);
    // What was asked for one hover is not kept for the next: the page may be another by then.
    if (this.#state.name === 'idle') this.#prepared.clear();
  }

  /** The page was read again: a card whose word is gone closes, unless it offers to undo that. */
  refresh(): void {
    const mention = 'mention' in this.#state ? this.#state.mention : undefined;
    if (!mention || this.#visit?.content.state === 'hidden') return;
    const now = this.#options.current(mention);
    if (now) this.#renew(now);
    else this.dispatch({ type: 'gone', mention });
  }

  /** The page's day or the settings are others: what the card shows is made again. */
  remake(): void {
    this.#prepared.clear();
    for (const visit of this.#visits)
      if (['loading', 'ready'].includes(visit.content.state)) void this.#load(visit, visit.facts);
  }

  /** A mention that was linked again is another object, and still the one the card is open for. */
  #renew(now: Mention): void {
    if (!('mention' in this.#state) || !isSamePlace(this.#state.mention, now)) return;
    this.#state = { ...this.#state, mention: now };
    if (this.#shownFor && isSamePlace(this.#shownFor, now)) this.#shownFor = now;
  }

  /** Says where the keyboard has come to. */
  announce(mention: Mention): void {
    const { kind } = mention.mention;
    const text = this.#words('card.announced', textOf(mention), this.#words(`kind.${kind}`));
    this.#layer.announce(text, this.#words.tag, mention);
  }

  /** Closes the card and takes the host off the page. */
  end(): void {
    this.dispatch({ type: 'escape' });
    this.#layer.remove();
  }

  get #visit(): Visit | undefined {
    return this.#visits.at(-1);
  }

  #run(effect: HoverEffect<Mention>): void {
    switch (effect.type) {
      case 'start-timer': {
        clearTimeout(this.#timer);
        const type = effect.timer === 'dwell' ? 'dwell-elapsed' : 'grace-elapsed';
        this.#timer = setTimeout(() => this.dispatch({ type }), effect.ms);
        break;
      }
      case 'stop-timer':
        clearTimeout(this.#timer);
        break;
      case 'prepare':
        void this.#prepare(questionOf(effect.mention));
        break;
      case 'mark':
        this.#options.mark(effect.mention);
        break;
      case 'show':
        this.#show(effect.mention, effect.via);
        break;
      case 'hide':
        this.#hide(effect.giveBackFocus);
        break;
    }
  }

  #send<K extends keyof CardAnswers>(op: K, params: Params<Operations, K>) {
    return ask(CARD_ANSWERS[op], this.#options.send, op, params);
  }

  async #fetchCard(question: Question, facts: number): Promise<CardAnswer> {
    return this.#send('card', { ...question, facts, ...(await this.#options.surroundings()) });
  }

  async #openDetail(entity: string): Promise<void> {
    const { date } = await this.#options.surroundings();
    await this.#send('openDetail', { entity, ...(date !== undefined && { date }) });
  }

  readonly #cite: Cite = async (source, as) => (await this.#send('citation', { source, as })).text;

  /** Asks for a card, or gives the one that has been asked for. */
  #prepare(question: Question): Promise<CardAnswer> {
    const key = JSON.stringify(question);
    const prepared = this.#prepared.get(key);
    if (prepared) return prepared;
    const answer = this.#fetchCard(question, CARD_FACTS);
    this.#prepared.set(key, answer);
    // Whoever shows it handles the failure; nobody may be going to.
    answer.catch(() => this.#prepared.delete(key));
    return answer;
  }

  #show(mention: Mention, via: Via): void {
    if (via === 'keyboard') this.#giveBackFocus ??= rememberFocus();
    this.#focusOnOpen = via === 'keyboard';
    this.#shownFor = mention;
    this.#visits = [];
    this.#layer.setFollowing(true);
    void this.#ask(questionOf(mention), { text: textOf(mention), lang: '' });
  }

  #hide(giveBackFocus: boolean): void {
    const hadFocus = this.#layer.focused !== null;
    this.#shownFor = undefined;
    this.#isPointerInCard = false;
    this.#visits = [];
    this.#layer.close();
    if (giveBackFocus || hadFocus) this.#giveBackFocus?.();
    this.#giveBackFocus = undefined;
  }

  /** Opens an entity in the card; the one before stays a step back. */
  async #ask(question: Question, name: LocalText): Promise<void> {
    const content: CardContent = { state: 'loading', name };
    const visit: Visit = { question, name, content, facts: CARD_FACTS, turn: 0 };
    this.#visits.push(visit);
    await this.#load(visit, CARD_FACTS);
  }

  async #load(visit: Visit, facts: number): Promise<void> {
    const { name } = visit;
    const turn = ++visit.turn;
    visit.facts = facts;
    let content: CardContent;
    // Mostly the answer is there before anybody could read that it is coming.
    const loading = setTimeout(() => this.#render(visit), LOADING_AFTER_MS);
    try {
      const { card, explanation } = await (facts === CARD_FACTS
        ? this.#prepare(visit.question)
        : this.#fetchCard(visit.question, facts));
      content = card ? { state: 'ready', card, explanation } : { state: 'unknown', name };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      content = { state: 'unavailable', name, reason };
    } finally {
      clearTimeout(loading);
    }
    // Hidden by the reader, or asked anew, while the answer was on its way.
    if (visit.turn !== turn) return;
    visit.content = content;
    this.#render(visit);
  }

  #render(visit: Visit): void {
    const mention = this.#shownFor;
    // Closed, or gone on to another entity, while the answer was on its way.
    if (!mention || visit !== this.#visit) return;
    this.#layer.open(mention, this.#view(visit), this.#options.settings());
    if (this.#state.name === 'pinned') this.#layer.setFollowing(false);
  }

  #view(visit: Visit) {
    const { content } = visit;
    return (
      <WordsContext.Provider value={this.#words}>
        <Citing.Provider value={this.#cite}>
          <Card
            content={content}
            pinned={this.#state.name === 'pinned'}
            focusOnOpen={this.#focusOnOpen}
            onOpenEntity={(entity, name) => void this.#ask({ entity }, name)}
            onBack={this.#visits.length === 1 ? undefined : () => this.#back()}
            onPin={(pinned) => this.#pin(pinned)}
            onOpenDetail={() => this.#openDetail(visit.question.entity).catch(warn)}
            onHide={(scope) => void this.#overrule(visit, scope)}
            onUndoHide={() => void this.#undo(visit)}
            onShowAll={() => void this.#load(visit, MOST_FACTS)}
            onRetry={() => void this.#load(visit, CARD_FACTS)}
            onClose={() => this.dispatch({ type: 'escape' })}
          />
        </Citing.Provider>
      </WordsContext.Provider>
    );
  }

  #back(): void {
    this.#visits.pop();
    if (this.#visit) this.#render(this.#visit);
  }

  #pin(pinned: boolean): void {
    this.dispatch({ type: pinned ? 'pin' : 'unpin' });
    this.#layer.setFollowing(!pinned);
    if (this.#visit) this.#render(this.#visit);
  }

  async #overrule(visit: Visit, name: ScopeName): Promise<void> {
    const shown = visit.content.state === 'ready' ? visit.content.card.name : undefined;
    const before = visit.content;
    const { entity } = visit.question;
    visit.turn++;
    visit.content = { state: 'hidden', name: shown ?? visit.name, scope: name };
    this.#render(visit);
    try {
      await this.#send('overrule', { entity, scope: scopeOf(name), undo: false });
    } catch (error) {
      warn(error);
      visit.content = before;
      this.#render(visit);
    }
  }

  async #undo(visit: Visit): Promise<void> {
    const { content } = visit;
    if (content.state !== 'hidden') return;
    try {
      const { entity } = visit.question;
      await this.#send('overrule', { entity, scope: scopeOf(content.scope), undo: true });
      await this.#load(visit, CARD_FACTS);
    } catch (error) {
      warn(error);
    }
  }
}

function warn(error: unknown): void {
  console.warn('Backgrounder:', error);
}

function isSamePlace(a: Mention, b: Mention): boolean {
  return (
    a.mention.entity === b.mention.entity &&
    a.span.start.node === b.span.start.node &&
    a.span.start.offset === b.span.start.offset
  );
}

function questionOf(mention: Mention): Question {
  const { entity, why } = mention.mention;
  return { entity, mention: { text: textOf(mention).slice(0, LONGEST_NAME), why } };
}

function scopeOf(name: ScopeName): Scope {
  switch (name) {
    case 'page':
      return { on: 'page', url: pageKey(pageAddress()) };
    case 'site':
      return { on: 'site', host: hostOf(pageAddress()) };
    case 'everywhere':
      return { on: 'everywhere' };
  }
}
