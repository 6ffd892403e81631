import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Card as CardValue, Explanation, LocalText as Text } from '../facts/card.ts';
import type { Words } from '../words/words.ts';
import { CardFooter } from './card-footer.tsx';
import { HiddenNotice, LoadingLines, NothingKnown } from './card-states.tsx';
import { type Cite, Citing } from './citing.ts';
import { FactGroups } from './fact-groups.tsx';
import { IconButton } from './icon-button.tsx';
import { KindMark } from './kind-mark.tsx';
import { LocalText } from './local-text.tsx';
import { NotThisMenu, SCOPES, type ScopeName } from './not-this-menu.tsx';
import { Problem } from './problem.tsx';
import { directionOf } from './text-direction.ts';
import type { OpenEntity } from './text-parts.tsx';
import { ThenAndNow } from './then-and-now.tsx';
import { useWords } from './use-words.ts';

/** What a card shows; `name` is the text that was pointed at until the card is there. */
export type CardContent =
  /** On its way. Show it only after a delay: an answer mostly takes less than a blink. */
  | { state: 'loading'; name: Text }
  /** \`explanation\`: why the mention that was pointed at is this. */
  | { state: 'ready'; card: CardValue; explanation?: Explanation | undefined }
  /** No enabled pack knows the entity. */
  | { state: 'unknown'; name: Text }
  /** The worker did not answer. `reason` is the technical message. */
  | { state: 'unavailable'; name: Text; reason?: string | undefined }
  /** The reader has just hidden it. */
  | { state: 'hidden'; name: Text; scope: ScopeName };

/**
 * Callbacks that are left out take their button with them. The caller keeps the
 * history, closes on Escape (which does not arrive while it closed the menu) and
 * places the card.
 */
export interface CardProps {
  content: CardContent;
  /** `hover`: a dialog of at most 380 by 520 px that scrolls inside. `full`: as wide and long as its place. */
  variant?: 'hover' | 'full' | undefined;
  /** It stands for a page, and says so where that has no date; by default when it hovers over one. */
  ofPage?: boolean | undefined;
  pinned?: boolean | undefined;
  /** Takes the focus once there is something to read: for a card opened by key. */
  focusOnOpen?: boolean | undefined;
  /** Opens another entity in this same card. */
  onOpenEntity: OpenEntity;
  /** Returns to the entity before; leave out where there is none. */
  onBack?: (() => void) | undefined;
  onPin?: ((pinned: boolean) => void) | undefined;
  onOpenDetail?: (() => void) | undefined;
  /** "Not this": the reader hides the entity. Answer with content of state `hidden`. */
  onHide?: ((scope: ScopeName) => void) | undefined;
  /** Where "not this" may hide it; everywhere it can by default. */
  scopes?: readonly ScopeName[] | undefined;
  onUndoHide?: (() => void) | undefined;
  /** Asks for all facts, when there are more than were given. */
  onShowAll?: (() => void) | undefined;
  onRetry?: (() => void) | undefined;
  /** Writes one of the sources as a citation, to be copied; else whoever does so around the card. */
  onCite?: Cite | undefined;
  onClose?: (() => void) | undefined;
}

const LONG_NAME = 60;

/** The background card: who or what this is, then and now, and what connects it to the page. */
export function Card(props: CardProps) {
  const {
    content,
    variant = 'hover',
    focusOnOpen,
    onBack,
    onPin,
    onOpenDetail,
    onHide,
    onClose,
  } = props;
  const id = useId();
  const words = useWords();
  const [menuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  const card = content.state === 'ready' ? content.card : undefined;
  const name = content.state === 'ready' ? content.card.name : content.name;
  const shown = `${content.state} ${card?.id ?? name.text}`;

  // A press that replaced the content took the focused button away with it.
  useLayoutEffect(() => {
    setMenuOpen(false);
    if (!(moved.current || focusOnOpen) || content.state === 'loading') return;
    moved.current = false;
    if (content.state !== 'hidden') heading.current?.focus({ preventScroll: true });
  }, [shown]);

  /** Wraps a callback whose press leads to other content in this same card. */
  function moving<A extends unknown[]>(callback: (...args: A) => void): (...args: A) => void;
  function moving<A extends unknown[]>(
    callback: ((...args: A) => void) | undefined,
  ): ((...args: A) => void) | undefined;
  function moving<A extends unknown[]>(callback: ((...args: A) => void) | undefined) {
    if (!callback) return undefined;
    return (...args: A) => {
      moved.current = true;
      callback(...args);
    };
  }

  function closeMenu() {
    setMenuOpen(false);
    menuButton.current?.focus();
  }

  const back = moving(onBack);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it takes may be labelled
    <div
      class={`bgr card card-${variant}`}
      role={variant === 'hover' ? 'dialog' : 'article'}
      aria-labelledby={`${id}-name`}
      aria-busy={content.state === 'loading'}
      lang={words.tag}
      dir={words.direction}
    >
      <header>
        {back && <IconButton icon="back" name={words('card.back')} onPress={back} />}
        {card && <KindMark kind={card.kind} />}
        <span class="actions">
          {onPin && (
            <IconButton
              icon="pin"
              name={words(props.pinned ? 'card.unpin' : 'card.pin')}
              pressed={props.pinned ?? false}
              onPress={() => onPin(!props.pinned)}
            />
          )}
          {onOpenDetail && (
            <IconButton icon="detail" name={words('card.detail')} onPress={onOpenDetail} />
          )}
          {onHide && card && (
            <IconButton
              icon="not"
              name={words('card.not')}
              expanded={menuOpen}
              onPress={() => setMenuOpen(!menuOpen)}
              buttonRef={menuButton}
            />
          )}
          {onClose && <IconButton icon="close" name={words('card.close')} onPress={onClose} />}
        </span>
      </header>
      {menuOpen && onHide && (
        <NotThisMenu
          id={`${id}-menu`}
          name={name}
          scopes={props.scopes ?? SCOPES}
          onHide={onHide}
          onClose={closeMenu}
        />
      )}
      <div class="body" key={shown}>
        <h2
          class={nameClass(content.state, name.text)}
          id={`${id}-name`}
          ref={heading}
          tabIndex={-1}
        >
          <LocalText value={name} />
        </h2>
        <Content
          {...props}
          variant={variant}
          onOpenEntity={moving(props.onOpenEntity)}
          onRetry={moving(props.onRetry)}
          onUndoHide={moving(props.onUndoHide)}
        />
      </div>
      <p class="unseen" role="status">
        {announcement(content, words)}
      </p>
    </div>
  );
}

function Content(props: CardProps) {
  const { content } = props;
  const words = useWords();
  switch (content.state) {
    case 'loading':
      return <LoadingLines />;
    case 'unknown':
      return <NothingKnown />;
    case 'hidden':
      return <HiddenNotice name={content.name} scope={content.scope} onUndo={props.onUndoHide} />;
    case 'unavailable':
      return (
        <Problem
          what={words('card.unavailable')}
          kept={words('card.unavailableKept')}
          reason={content.reason}
          onRetry={props.onRetry}
        />
      );
    case 'ready':
      return <Background {...props} {...content} />;
  }
}

function Background({
  card,
  explanation,
  variant,
  ofPage = variant === 'hover',
  onOpenEntity,
  onShowAll,
  onCite,
}: CardProps & Extract<CardContent, { state: 'ready' }>) {
  const words = useWords();
  const sources = new Map(card.sources.map((source) => [source.id, source]));
  const background = (
    <>
      {card.otherNames.length > 0 && (
        <p class="other-names">
          {card.otherNames.map((other) => (
            <span key={`${other.lang} ${other.text}`}>
              <LocalText value={other} />
            </span>
          ))}
        </p>
      )}
      {card.distance !== undefined && (
        <p class="aside">
          <bdi>{card.distance}</bdi>
        </p>
      )}
      <ThenAndNow card={card} sources={sources} onOpenEntity={onOpenEntity} />
      {ofPage && card.articleDate === undefined && <p class="note">{words('card.noDate')}</p>}
      {card.summary && (
        <p class="summary" dir={directionOf(card.summary.lang)} lang={card.summary.lang}>
          {card.summary.text}
        </p>
      )}
      <FactGroups
        facts={card.facts}
        sources={sources}
        by={variant === 'full' ? 'topic' : 'page'}
        onOpenEntity={onOpenEntity}
      />
      {card.factCount > card.facts.length && onShowAll && (
        <button type="button" class="press" onClick={onShowAll}>
          {words.count('card.showAll', card.factCount)}
        </button>
      )}
      {card.factCount === 0 && !card.summary && card.rolesThen.length === 0 && (
        <p class="aside">{words('card.nameOnly')}</p>
      )}
      <CardFooter card={card} explanation={explanation} />
    </>
  );
  return onCite ? <Citing.Provider value={onCite}>{background}</Citing.Provider> : background;
}

/** A name as long as a sentence is set like one; a notice that holds the name stands alone. */
function nameClass(state: CardContent['state'], name: string): string {
  if (state === 'hidden') return 'unseen';
  return name.length > LONG_NAME ? 'name name-long' : 'name';
}

/** What a screen reader hears when the content changes under the reader. */
function announcement(content: CardContent, words: Words): string {
  switch (content.state) {
    case 'loading':
      return words('card.lookingUp', content.name.text);
    case 'hidden':
      return words(`card.hidden.${content.scope}`, content.name.text);
    case 'ready':
      return content.card.name.text;
    default:
      // These say so themselves: one as its heading's text, one as an alert.
      return '';
  }
}
