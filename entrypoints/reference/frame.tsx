import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../../components/use-words.ts';
import { keepAt } from './keep-at.ts';
import { VisitContext } from './use-visits.ts';

export interface FrameProps {
  /** Names the page in the browser's tab and history; undefined until it is known. */
  title: string | undefined;
  /** What stands in the heading; the title by default. */
  heading?: ComponentChildren;
  /** What stands above the heading: what kind of page it is. */
  above?: ComponentChildren;
  children?: ComponentChildren;
}

/**
 * A page with its heading. When a link led here, reading begins at the heading; on the way
 * back, where the page was left.
 */
export function Frame({ title, heading, above, children }: FrameProps) {
  const t = useWords();
  const { by, top } = useContext(VisitContext);
  const element = useRef<HTMLHeadingElement>(null);
  const isReady = title !== undefined;

  useLayoutEffect(() => {
    if (title !== undefined) document.title = t('reference.heading', title);
  }, [title, t]);
  useLayoutEffect(() => {
    if (!isReady || by === 'opened') return;
    element.current?.focus({ preventScroll: true });
    return keepAt(by === 'back' ? top : 0);
  }, [isReady, by, top]);

  if (!isReady) return <Loading />;
  return (
    <article class="page">
      {above !== undefined && <p class="above">{above}</p>}
      <h1 ref={element} tabIndex={-1} class={title.length > LONG_TITLE ? 'long' : undefined}>
        {heading ?? title}
      </h1>
      {children}
    </article>
  );
}

/** Characters from which on a name is set like a sentence. */
const LONG_TITLE = 60;

export function Loading() {
  const t = useWords();
  return (
    <div class="loading" aria-busy="true">
      <p class="unseen">{t('reference.loading')}</p>
      <span class="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </div>
  );
}
