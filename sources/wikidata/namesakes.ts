import type { Name } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';

/** The most prominent bearer of a name so far; no id where two are equally so. */
interface Foremost {
  readonly id: string | undefined;
  readonly prominence: number;
}

/**
 * Marks names that several entities of a pack share: only the most prominent
 * bearer keeps the name without context, none when two are equally so. For packs
 * held whole; a dump's namesakes are not known until its end.
 */
export function partNamesakes(lines: readonly ReadLine[]): ReadLine[] {
  const foremost = new Map<string, Foremost>();
  for (const line of lines) {
    if (!line.ok || line.read.kind !== 'entity') continue;
    const { id, prominence = 0, names } = line.read.entity;
    for (const key of names.filter(isFree).map(keyOf)) {
      const known = foremost.get(key);
      if (!known || known.prominence < prominence) foremost.set(key, { id, prominence });
      else if (known.prominence === prominence && known.id !== id) {
        foremost.set(key, { id: undefined, prominence });
      }
    }
  }
  return lines.map((line) => {
    if (!line.ok || line.read.kind !== 'entity') return line;
    const { entity } = line.read;
    const names = entity.names.map(
      (name): Name =>
        isFree(name) && foremost.get(keyOf(name))?.id !== entity.id
          ? { ...name, needs: 'context' }
          : name,
    );
    return { ...line, read: { kind: 'entity', entity: { ...entity, names } } };
  });
}

function isFree(name: Name): boolean {
  return name.needs !== 'context';
}

function keyOf({ lang, text }: Name): string {
  return `${lang ?? ''} ${text}`;
}
