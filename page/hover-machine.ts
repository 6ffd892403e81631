import { DWELL_MS } from '../facts/settings.ts';
import { GRACE_MS } from './limits.ts';

/**
 * The life of the card over a page, as a pure state machine: no clock, no DOM.
 * Its diagram stands in its test. `M` is a mention; two are the same when `===`.
 */

/** What brought the card: where it is placed and what gets the focus depend on it. */
export type Via = 'pointer' | 'touch' | 'keyboard';

export type HoverState<M> =
  | { readonly name: 'idle' }
  /** The pointer rests on a mention; nothing is shown yet. */
  | { readonly name: 'dwelling'; readonly mention: M }
  | { readonly name: 'open'; readonly mention: M; readonly via: Via }
  /** The pointer is between the mention and its card, or on its way out. */
  | { readonly name: 'leaving'; readonly mention: M; readonly via: Via }
  /** The card is open and the pointer rests on another mention. */
  | {
      readonly name: 'switching';
      readonly mention: M;
      readonly via: Via;
      readonly next: M;
    }
  /** The card stays until it is closed. */
  | { readonly name: 'pinned'; readonly mention: M; readonly via: Via };

export type HoverEvent<M> =
  | { readonly type: 'enter'; readonly mention: M }
  | { readonly type: 'leave' }
  | { readonly type: 'enter-card' }
  | { readonly type: 'leave-card' }
  | { readonly type: 'dwell-elapsed' }
  | { readonly type: 'grace-elapsed' }
  | { readonly type: 'tap'; readonly mention: M }
  | { readonly type: 'tap-elsewhere' }
  | { readonly type: 'keyboard-open'; readonly mention: M }
  | { readonly type: 'pin' }
  | { readonly type: 'unpin' }
  | { readonly type: 'escape' }
  /** The mention is no longer in the page, or highlighting was switched off. */
  | { readonly type: 'gone'; readonly mention: M };

export type HoverEffect<M> =
  /** One timer is enough: starting one stops the other. */
  | { readonly type: 'start-timer'; readonly timer: 'dwell' | 'grace'; readonly ms: number }
  | { readonly type: 'stop-timer' }
  /** The card will probably be wanted: ask the worker for it now. */
  | { readonly type: 'prepare'; readonly mention: M }
  | { readonly type: 'show'; readonly mention: M; readonly via: Via }
  /** `giveBackFocus`: the card was closed from the keyboard or opened by it. */
  | { readonly type: 'hide'; readonly giveBackFocus: boolean }
  /** The one mention to mark, or none. */
  | { readonly type: 'mark'; readonly mention: M | undefined };

export interface HoverStep<M> {
  readonly state: HoverState<M>;
  readonly effects: readonly HoverEffect<M>[];
}

export const IDLE: { readonly name: 'idle' } = { name: 'idle' };

/**
 * What an event makes of a state, and what is to be done about it, in order.
 *
 * @param dwell - how long the pointer has to rest on a mention, in milliseconds
 */
export function hover<M>(
  state: HoverState<M>,
  event: HoverEvent<M>,
  dwell = DWELL_MS,
): HoverStep<M> {
  switch (event.type) {
    case 'enter':
      return enter(state, event.mention, dwell);
    case 'leave':
    case 'leave-card':
      return leave(state);
    case 'enter-card':
      return state.name === 'leaving' || state.name === 'switching' ? reopen(state) : stay(state);
    case 'dwell-elapsed':
      if (state.name === 'dwelling') return open(state.mention, 'pointer');
      if (state.name === 'switching') return open(state.next, 'pointer');
      return stay(state);
    case 'grace-elapsed':
      return state.name === 'leaving' ? close(state, false) : stay(state);
    case 'tap':
      return open(event.mention, 'touch');
    case 'keyboard-open':
      return open(event.mention, 'keyboard');
    case 'tap-elsewhere':
      // What is pinned stays; its own button closes it.
      return state.name === 'pinned' ? stay(state) : close(state, false);
    case 'pin':
      return isShowing(state)
        ? {
            state: { name: 'pinned', mention: state.mention, via: state.via },
            effects: [{ type: 'stop-timer' }, { type: 'mark', mention: state.mention }],
          }
        : stay(state);
    case 'unpin':
      return state.name === 'pinned' ? reopen(state) : stay(state);
    case 'escape':
      return close(state, true);
    case 'gone':
      return gone(state, event.mention);
  }
}

function enter<M>(state: HoverState<M>, mention: M, ms: number): HoverStep<M> {
  if (state.name === 'pinned') return stay(state);
  if (state.name === 'dwelling' && state.mention === mention) return stay(state);
  if (isShowing(state)) {
    if (state.mention === mention) return state.name === 'open' ? stay(state) : reopen(state);
    if (state.name === 'switching' && state.next === mention) return stay(state);
    return {
      state: { name: 'switching', mention: state.mention, via: state.via, next: mention },
      effects: [
        { type: 'mark', mention },
        { type: 'prepare', mention },
        { type: 'start-timer', timer: 'dwell', ms },
      ],
    };
  }
  return {
    state: { name: 'dwelling', mention },
    effects: [
      { type: 'mark', mention },
      { type: 'prepare', mention },
      { type: 'start-timer', timer: 'dwell', ms },
    ],
  };
}

function leave<M>(state: HoverState<M>): HoverStep<M> {
  if (state.name === 'dwelling')
    return { state: IDLE, effects: [{ type: 'stop-timer' }, { type: 'mark', mention: undefined }] };
  // A card opened by key or tap does not hang on where the pointer happens to be.
  if (state.name === 'switching' || (state.name === 'open' && state.via === 'pointer')) {
    if (state.via !== 'pointer') return reopen(state);
    return {
      state: { name: 'leaving', mention: state.mention, via: state.via },
      effects: [
        { type: 'mark', mention: state.mention },
        { type: 'start-timer', timer: 'grace', ms: GRACE_MS },
      ],
    };
  }
  return stay(state);
}

function open<M>(mention: M, via: Via): HoverStep<M> {
  return {
    state: { name: 'open', mention, via },
    effects: [{ type: 'stop-timer' }, { type: 'mark', mention }, { type: 'show', mention, via }],
  };
}

/** Back to the card that is shown already. */
function reopen<M>(state: { readonly mention: M; readonly via: Via }): HoverStep<M> {
  return {
    state: { name: 'open', mention: state.mention, via: state.via },
    effects: [{ type: 'stop-timer' }, { type: 'mark', mention: state.mention }],
  };
}

function close<M>(state: HoverState<M>, byKey: boolean): HoverStep<M> {
  if (state.name === 'idle') return stay(state);
  const effects: HoverEffect<M>[] = [{ type: 'stop-timer' }, { type: 'mark', mention: undefined }];
  if (isShowing(state))
    effects.push({ type: 'hide', giveBackFocus: byKey || state.via === 'keyboard' });
  return { state: IDLE, effects };
}

function gone<M>(state: HoverState<M>, mention: M): HoverStep<M> {
  if (state.name === 'idle') return stay(state);
  if (state.name === 'switching' && state.next === mention) return leave(state);
  // A pinned card is kept: the reader is reading it.
  if (state.name === 'pinned' || state.mention !== mention) return stay(state);
  return close(state, false);
}

function isShowing<M>(
  state: HoverState<M>,
): state is Exclude<HoverState<M>, { readonly name: 'idle' | 'dwelling' }> {
  return state.name !== 'idle' && state.name !== 'dwelling';
}

function stay<M>(state: HoverState<M>): HoverStep<M> {
  return { state, effects: [] };
}
