import { readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Files of the project in some of its folders, by the ends of their names, as absolute paths. */
export function sourceFiles(folders: readonly string[], ends: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => ends.some((end) => file.endsWith(end)))
      .sort()
      .map((file) => path.join(ROOT, folder, file)),
  );
}

/** A file as the project knows it: "components/card.css". */
export function projectPath(file: string): string {
  return path.relative(ROOT, file);
}
