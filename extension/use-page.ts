import { useEffect, useState } from 'preact/hooks';
import type { PageReport } from '../messages/tab-operations.ts';
import type { PageLink } from './backend.ts';
import { type PageSummary, summarise, withReport } from './page-summary.ts';

export type PageState =
  /** The popup stands by itself. */
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  /** Reachable, and nothing came back. */
  | { readonly state: 'silent' }
  | { readonly state: 'unreachable'; readonly url: string | undefined }
  | { readonly state: 'here'; readonly page: PageSummary };

/** A content script answers at once; what has not come by now will not come. */
const SILENT_AFTER_MS = 2_000;

/** Follows the page's reports while the popup is open. */
export function usePage(link: PageLink | undefined): PageState {
  const [reports, setReports] = useState<readonly PageReport[]>([]);
  const [trouble, setTrouble] = useState<PageState>();

  useEffect(() => {
    if (!link) return;
    const silent = setTimeout(() => setTrouble({ state: 'silent' }), SILENT_AFTER_MS);
    const stop = link.watch((news) => {
      clearTimeout(silent);
      if (news.kind === 'loading') {
        setTrouble(undefined);
        setReports([]);
        return;
      }
      if (news.kind === 'unreachable') {
        setTrouble({ state: 'unreachable', url: news.url });
        setReports([]);
        return;
      }
      setTrouble(undefined);
      setReports((before) => withReport(before, news.report));
    });
    return () => {
      clearTimeout(silent);
      stop();
    };
  }, [link]);

  if (!link) return { state: 'none' };
  const page = summarise(reports);
  if (page) return { state: 'here', page };
  return trouble ?? { state: 'asking' };
}
