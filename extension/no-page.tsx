import type { PageLink } from './backend.ts';
import type { PageState } from './use-page.ts';

export interface NoPageProps {
  pageState: PageState;
  link: PageLink | undefined;
}

/** What stands in the page's place where there is none to speak of, and what to do. */
export function NoPage({ pageState, link }: NoPageProps) {
  switch (pageState.state) {
    case 'asking':
      return (
        <section class="late">
          <p class="aside">Asking the page …</p>
        </section>
      );
    case 'silent':
      return (
        <section>
          <h2>This page</h2>
          <p>The page does not answer.</p>
          <p class="aside">It may still be loading, or it was open before Backgrounder was.</p>
          <Reload link={link} />
        </section>
      );
    case 'unreachable':
      return /^https?:/i.test(pageState.url ?? '') ? (
        <section>
          <h2>This page</h2>
          <p>Backgrounder is not running on this page.</p>
          <p class="aside">
            It was probably open before Backgrounder was installed or updated. Extension stores stay
            closed to extensions.
          </p>
          <Reload link={link} />
        </section>
      ) : (
        <section>
          <h2>This page</h2>
          <p>This is one of the browser's own pages, which extensions cannot read.</p>
          <p class="aside">Open a news page, or look up a name above.</p>
        </section>
      );
    default:
      return (
        <section>
          <p class="aside">
            Type a person, an organisation, a place or a deal: a surname or an acronym will do.
          </p>
        </section>
      );
  }
}

function Reload({ link }: { link: PageLink | undefined }) {
  if (!link) return null;
  return (
    <button type="button" class="press" onClick={() => void link.reload()}>
      Reload the page
    </button>
  );
}
