import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  type HoverStep,
  hover,
  IDLE,
} from '../../../page/hover-machine.ts';

/**
 *            enter                dwell elapsed
 *   ┌──────┐ ─────▶ ┌──────────┐ ─────▶ ┌──────┐  pin   ┌────────┐
 *   │ idle │        │ dwelling │        │ open │ ─────▶ │ pinned │
 *   └──────┘ ◀───── └──────────┘        └──────┘ ◀───── └────────┘
 *      ▲     leave                       │ ▲  │ ▲  unpin      │
 *      │                  leave, if it   │ │  │ │             │
 *      │                  came by pointer│ │  │ │             │
 *      │                                 │ │  │ │ enter the   │
 *      │            enter the mention or │ │  │ │ mention or  │
 *      │            its card, pin        ▼ │  ▼ │ card again  │
 *      │  grace elapsed       ┌─────────┐ ─┘ ┌───────────┐    │
 *      ├───────────────────── │ leaving │    │ switching │    │
 *      │                      └─────────┘    └───────────┘    │
 *      │                           │  enter another ▲ │       │
 *      │                           └────────────────┘ │       │
 *      │                              dwell elapsed: open the other
 *      └────── escape; from all but pinned: tap elsewhere, mention gone
 *
 *   tap and keyboard-open open a mention from every state.
 */

type E = HoverEvent<string>;
const enter = (mention: string): E => ({ type: 'enter', mention });
const dwell: E = { type: 'dwell-elapsed' };
const grace: E = { type: 'grace-elapsed' };
const leave: E = { type: 'leave' };
const enterCard: E = { type: 'enter-card' };
const leaveCard: E = { type: 'leave-card' };
const pressEscape: E = { type: 'escape' };
const pin: E = { type: 'pin' };
const unpin: E = { type: 'unpin' };
const tap = (mention: string): E => ({ type: 'tap', mention });
const elsewhere: E = { type: 'tap-elsewhere' };
const key = (mention: string): E => ({ type: 'keyboard-open', mention });
const gone = (mention: string): E => ({ type: 'gone', mention });

/** The way of the states and of the effects that are seen from outside. */
function play(...events: readonly E[]): string {
  let state: HoverState<string> = IDLE;
  const way: string[] = [];
  for (const event of events) {
    const step: HoverStep<string> = hover(state, event);
    state = step.state;
    way.push([state.name, ...step.effects.map(short).filter(Boolean)].join(' '));
  }
  return way.join(' | ');
}

function short(effect: HoverEffect<string>): string {
  switch (effect.type) {
    case 'show':
      return `+${effect.mention}/${effect.via}`;
    case 'hide':
      return effect.giveBackFocus ? '-focus' : '-';
    case 'start-timer':
      return `(${effect.timer})`;
    default:
      return '';
  }
}

describe('the hover machine', () => {
  it.each<[what: string, events: readonly E[], way: string]>([
    ['opens after the dwell', [enter('a'), dwell], 'dwelling (dwell) | open +a/pointer'],
    ['opens nothing in passing', [enter('a'), leave, dwell], 'dwelling (dwell) | idle | idle'],
    [
      'starts over on another mention',
      [enter('a'), enter('b'), dwell],
      'dwelling (dwell) | dwelling (dwell) | open +b/pointer',
    ],
    ['does not start over on the same', [enter('a'), enter('a')], 'dwelling (dwell) | dwelling'],
    [
      'closes after the grace',
      [enter('a'), dwell, leave, grace],
      'dwelling (dwell) | open +a/pointer | leaving (grace) | idle -',
    ],
    [
      'stays while the pointer crosses to the card',
      [enter('a'), dwell, leave, enterCard, grace],
      'dwelling (dwell) | open +a/pointer | leaving (grace) | open | open',
    ],
    [
      'closes after leaving the card',
      [enter('a'), dwell, leave, enterCard, leaveCard, grace],
      'dwelling (dwell) | open +a/pointer | leaving (grace) | open | leaving (grace) | idle -',
    ],
    [
      'comes back to its mention',
      [enter('a'), dwell, leave, enter('a')],
      'dwelling (dwell) | open +a/pointer | leaving (grace) | open',
    ],
    [
      'goes over to another mention',
      [enter('a'), dwell, leave, enter('b'), dwell],
      'dwelling (dwell) | open +a/pointer | leaving (grace) | switching (dwell) | open +b/pointer',
    ],
    [
      'passes another mention on the way to the card',
      [enter('a'), dwell, enter('b'), enterCard, dwell],
      'dwelling (dwell) | open +a/pointer | switching (dwell) | open | open',
    ],
    [
      'closes when it leaves in between',
      [enter('a'), dwell, enter('b'), leave, grace],
      'dwelling (dwell) | open +a/pointer | switching (dwell) | leaving (grace) | idle -',
    ],
    [
      'closes at once on Escape',
      [enter('a'), dwell, pressEscape],
      'dwelling (dwell) | open +a/pointer | idle -focus',
    ],
    [
      'gives up the dwell on Escape',
      [enter('a'), pressEscape, dwell],
      'dwelling (dwell) | idle | idle',
    ],
    [
      'keeps a card opened by key',
      [key('a'), leave, grace, elsewhere],
      'open +a/keyboard | open | open | idle -focus',
    ],
    [
      'keeps a card opened by touch',
      [tap('a'), leave, tap('b'), elsewhere],
      'open +a/touch | open | open +b/touch | idle -',
    ],
    [
      'keeps a pinned card',
      [enter('a'), dwell, pin, leave, enter('b'), dwell, elsewhere, gone('a'), pressEscape],
      'dwelling (dwell) | open +a/pointer | pinned | pinned | pinned | pinned | pinned | pinned | idle -focus',
    ],
    ['unpins', [key('a'), pin, unpin, elsewhere], 'open +a/keyboard | pinned | open | idle -focus'],
    [
      'closes when its mention goes',
      [enter('a'), dwell, gone('b'), gone('a')],
      'dwelling (dwell) | open +a/pointer | open | idle -',
    ],
    [
      'gives up a dwell whose mention goes',
      [enter('a'), gone('a'), dwell],
      'dwelling (dwell) | idle | idle',
    ],
    [
      'goes back when the next one goes',
      [enter('a'), dwell, enter('b'), gone('b'), grace],
      'dwelling (dwell) | open +a/pointer | switching (dwell) | leaving (grace) | idle -',
    ],
  ])('%s', (_, events, way) => {
    expect(play(...events)).toBe(way);
  });

  it('shows one card at a time, and marks nothing when idle', () => {
    const mention = fc.constantFrom('a', 'b', 'c');
    const event = fc.oneof(
      fc.constantFrom<E>(
        dwell,
        grace,
        leave,
        enterCard,
        leaveCard,
        pressEscape,
        pin,
        unpin,
        elsewhere,
      ),
      fc.tuple(fc.constantFrom(enter, tap, key, gone), mention).map(([make, name]) => make(name)),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: HoverState<string> = IDLE;
        let card: string | undefined;
        let mark: string | undefined;
        let timer: string | undefined;
        for (const one of events) {
          // A timer that is not running does not elapse.
          if (one === dwell && timer !== 'dwell') continue;
          if (one === grace && timer !== 'grace') continue;
          if (one === dwell || one === grace) timer = undefined;
          const step: HoverStep<string> = hover(state, one);
          state = step.state;
          for (const effect of step.effects) {
            if (effect.type === 'show') card = effect.mention;
            if (effect.type === 'hide') card = undefined;
            if (effect.type === 'mark') mark = effect.mention;
            if (effect.type === 'start-timer') timer = effect.timer;
            if (effect.type === 'stop-timer') timer = undefined;
          }
          const { name } = state;
          const shown =
            state.name === 'idle' || state.name === 'dwelling' ? undefined : state.mention;
          expect(card).toBe(shown);
          if (name === 'idle') expect([mark, timer]).toEqual([undefined, undefined]);
          if (name === 'dwelling' || name === 'switching') expect(timer).toBe('dwell');
          if (name === 'leaving') expect(timer).toBe('grace');
          if (name === 'open' || name === 'pinned')
            expect([mark, timer]).toEqual([shown, undefined]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
