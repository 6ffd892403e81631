import type { GraphNode } from '../../facts/picture.ts';
import { LocalText } from '../local-text.tsx';
import { directionOf } from '../text-direction.ts';
import type { OpenEntity } from '../text-parts.tsx';

export interface EntityNameProps {
  node: Pick<GraphNode, 'id' | 'name'>;
  /** Without it the name is plain. */
  onOpenEntity: OpenEntity | undefined;
}

/** The name of a thing in a picture's table or list, which opens it. */
export function EntityName({ node: { id, name }, onOpenEntity }: EntityNameProps) {
  if (!onOpenEntity) return <LocalText value={name} />;
  return (
    <button
      type="button"
      class="entity"
      lang={name.lang}
      dir={directionOf(name.lang)}
      onClick={() => onOpenEntity(id, name)}
    >
      {name.text}
    </button>
  );
}
