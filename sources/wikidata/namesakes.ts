import type { Name } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';

interface Bearer {
  readonly id: string;
  readonly prominence: number;
}

/**
 * Marks names that several entities of a pack share: only the most prominent
 * bearer keeps the name without context, none when two are equally so. For packs
 * held whole; a dump's namesakes are not known until its end.
 */
export function partNamesakes(lines: readonly ReadLine[]): ReadLine[] {
  const bearers = new Map<string, Bearer[]>();
  for (const line of lines) {
    if (!line.ok || line.read.kind !== 'entity') continue;
    const { id, prominence = 0, names } = line.read.entity;
    for (const key of new Set(names.filter(isFree).map(keyOf))) {
      const known = bearers.get(key);
      if (known) known.push({ id, prominence });
      else bearers.set(key, [{ id, prominence }]);
    }
  }
  return lines.map((line) => {
    if (!line.ok || line.read.kind !== 'entity') return line;
    const { entity } = line.read;
    const names = entity.names.map(
      (name): Name =>
        isFree(name) && foremost(bearers.get(keyOf(name)) ?? []) !== entity.id
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

function foremost(bearers: readonly Bearer[]): string | undefined {
  const most = Math.max(...bearers.map(({ prominence }) => prominence));
  const first = bearers.filter(({ prominence }) => prominence === most);
  return first.length === 1 ? first[0]?.id : undefined;
}
