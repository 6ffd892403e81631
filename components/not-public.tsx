import { Phrase } from './phrase.tsx';

/** When something became public, where the article is older than that. */
export function NotPublic({ until }: { until: string | undefined }) {
  if (until === undefined) return null;
  return (
    <p class="note">
      <Phrase of="card.notPublic" values={[<bdi>{until}</bdi>]} />
    </p>
  );
}
