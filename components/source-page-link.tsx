import { useContext } from 'preact/hooks';
import { Links } from './links.ts';
import { useWords } from './use-words.ts';

export interface SourcePageLinkProps {
  /** The source's id. */
  source: string;
  /** Its title, for those to whom links are read out without what is around them. */
  title: string;
}

/** Leads to all that is known from a source, where sources have pages. */
export function SourcePageLink({ source, title }: SourcePageLinkProps) {
  const links = useContext(Links);
  return links && <Shown href={links.source(source)} title={title} />;
}

function Shown({ href, title }: { href: string; title: string }) {
  const t = useWords();
  const words = t('reference.allFromSource');
  return (
    <a class="quiet act" href={href} aria-label={`${words}: ${title}`}>
      {words}
    </a>
  );
}
