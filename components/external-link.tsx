import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { useWords } from './use-words.ts';

export interface ExternalLinkProps {
  url: string;
  children: ComponentChildren;
}

/** A link out of the extension. Packs are strangers' data: only http and https become links, all else stays text. */
export function ExternalLink({ url, children }: ExternalLinkProps) {
  const words = useWords();
  if (!/^https?:\/\//i.test(url)) return <span>{children}</span>;
  return (
    <a class="out" href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="out" />
      <span class="unseen"> {words('card.newTab')}</span>
    </a>
  );
}
