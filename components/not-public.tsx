import { Words } from './words.tsx';

/** When something became public, where the article is older than that. */
export function NotPublic({ until }: { until: string | undefined }) {
  if (until === undefined) return null;
  return (
    <p class="note">
      <Words>
        Not public until <bdi>{until}</bdi>
      </Words>
    </p>
  );
}
