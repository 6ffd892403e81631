import { useWords } from '../components/use-words.ts';
import type { PageLink } from './backend.ts';
import type { PageState } from './use-page.ts';

export interface NoPageProps {
  pageState: PageState;
  link: PageLink | undefined;
}

/** What stands in the page's place where there is none to speak of, and what to do. */
export function NoPage({ pageState, link }: NoPageProps) {
  const words = useWords();
  switch (pageState.state) {
    case 'asking':
      return (
        <section class="late">
          <p class="aside">{words('page.asking')}</p>
        </section>
      );
    case 'silent':
      return (
        <section>
          <h2>{words('page.title')}</h2>
          <p>{words('page.silent')}</p>
          <p class="aside">{words('page.silentWhy')}</p>
          <Reload link={link} />
        </section>
      );
    case 'unreachable':
      return /^https?:/i.test(pageState.url ?? '') ? (
        <section>
          <h2>{words('page.title')}</h2>
          <p>{words('page.notRunning')}</p>
          <p class="aside">{words('page.notRunningWhy')}</p>
          <Reload link={link} />
        </section>
      ) : (
        <section>
          <h2>{words('page.title')}</h2>
          <p>{words('page.browsers')}</p>
          <p class="aside">{words('page.browsersNext')}</p>
        </section>
      );
    default:
      return (
        <section>
          <p class="aside">{words('page.none')}</p>
        </section>
      );
  }
}

function Reload({ link }: { link: PageLink | undefined }) {
  const words = useWords();
  if (!link) return null;
  return (
    <button type="button" class="press" onClick={() => void link.reload()}>
      {words('page.reload')}
    </button>
  );
}
