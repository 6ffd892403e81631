/** The database as the browser has it, without the store's own code. Runs in a page. */

export const BASE = 'backgrounder';

/** What a version of the database is made of. */
export interface SchemaDescription {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | readonly string[] | null;
        readonly autoIncrement: boolean;
        readonly indexes: Readonly<
          Record<
            string,
            {
              readonly keyPath: string | readonly string[];
              readonly unique: boolean;
              readonly multiEntry: boolean;
            }
          >
        >;
      }
    >
  >;
}

/**
 * Everything in the database: key and value of each row, by store. What cannot
 * leave the page is written in another way: a Blob `{ blob: "data:…" }`, bytes of
 * UTF-8 `{ text }`, and numbers of postings `{ numbers }`.
 */
export type Rows = Readonly<Record<string, readonly (readonly [key: unknown, value: unknown])[]>>;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Deletes the database; waits for connections that are about to close. */
export async function deleteBase(): Promise<void> {
  await done(indexedDB.deleteDatabase(BASE));
}

async function withBase<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await done(indexedDB.open(BASE));
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

export function describeSchema(): Promise<SchemaDescription> {
  return withBase(async (database) => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const stores = names.map((name) => {
      const store = transaction.objectStore(name);
      const indexes = [...store.indexNames].map((indexName) => {
        const { keyPath, unique, multiEntry } = store.index(indexName);
        return [indexName, { keyPath, unique, multiEntry }] as const;
      });
      const { keyPath, autoIncrement } = store;
      return [name, { keyPath, autoIncrement, indexes: Object.fromEntries(indexes) }] as const;
    });
    return { version: database.version, stores: Object.fromEntries(stores) };
  });
}

export function allRows(): Promise<Rows> {
  return withBase(async (database) => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const stores = names.map(async (name) => {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      const rows = keys.map(async (key, at) => [key, await written(values[at])] as const);
      return [name, await Promise.all(rows)] as const;
    });
    return Object.fromEntries(await Promise.all(stores));
  });
}

async function written(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return { text: new TextDecoder().decode(value) };
  if (value instanceof Float64Array) return { numbers: [...value] };
  return mapMembers(value, (member) => {
    if (!(member instanceof Blob)) return member;
    const reader = new FileReader();
    return new Promise((resolve, reject) => {
      reader.onload = () => resolve({ blob: reader.result });
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(member);
    });
  });
}

async function real(value: unknown): Promise<unknown> {
  if (isWritten(value, 'text')) return new TextEncoder().encode(value.text as string);
  if (isWritten(value, 'numbers')) return new Float64Array(value.numbers as number[]);
  return mapMembers(value, async (member) =>
    isWritten(member, 'blob') ? (await fetch(String(member.blob))).blob() : member,
  );
}

function isWritten<N extends string>(value: unknown, name: N): value is Record<N, unknown> {
  return typeof value === 'object' && value !== null && String(Object.keys(value)) === name;
}

async function mapMembers(value: unknown, map: (member: unknown) => unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).map(async ([name, member]) => [name, await map(member)]);
  return Object.fromEntries(await Promise.all(members));
}

/** Makes a database as a former version of the extension left it. */
export async function createBase(schema: SchemaDescription, rows: Rows): Promise<void> {
  const request = indexedDB.open(BASE, schema.version);
  request.onupgradeneeded = () => {
    for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(schema.stores)) {
      const store = request.result.createObjectStore(name, {
        keyPath: mutable(keyPath),
        autoIncrement,
      });
      for (const [index, { keyPath, ...options }] of Object.entries(indexes)) {
        store.createIndex(index, mutable(keyPath), options);
      }
    }
  };
  const database = await done(request);
  await putAll(database, rows);
  database.close();
}

function mutable<T extends string | null>(keyPath: T | readonly string[]): T | string[] {
  return typeof keyPath === 'object' && keyPath !== null ? [...keyPath] : keyPath;
}

/** Puts rows into the database without asking the store, as damage would. */
export function putRows(rows: Rows): Promise<void> {
  return withBase((database) => putAll(database, rows));
}

async function putAll(database: IDBDatabase, rows: Rows): Promise<void> {
  const all = await Promise.all(
    Object.entries(rows).flatMap(([name, pairs]) =>
      pairs.map(async ([key, value]) => ({ name, key, value: await real(value) })),
    ),
  );
  const transaction = database.transaction(Object.keys(rows), 'readwrite');
  const puts = all.map(({ name, key, value }) => {
    const store = transaction.objectStore(name);
    return done(store.keyPath === null ? store.put(value, key as IDBValidKey) : store.put(value));
  });
  await Promise.all(puts);
}

/** Puts something else in the place of a row; undefined deletes it. */
export function changeRow(
  name: string,
  key: IDBValidKey,
  change: (value: unknown) => unknown,
): Promise<void> {
  return withBase(async (database) => {
    const value = await change(await done(database.transaction(name).objectStore(name).get(key)));
    const store = database.transaction(name, 'readwrite').objectStore(name);
    if (value === undefined) await done(store.delete(key));
    else await done(store.put(value));
  });
}

/**
 * Puts something else in the place of a line in the blocks; undefined deletes it.
 *
 * @param part - what the line holds and no other does
 */
export async function changeLine(part: string, to: string | undefined): Promise<void> {
  const { blocks = [] } = await allRows();
  const isMeant = (line: string) => line.includes(part);
  const texts = blocks.flatMap(([key, value]) =>
    isWritten(value, 'text') ? [{ key, lines: String(value.text).split('\n') }] : [],
  );
  const [found, another] = texts.filter(({ lines }) => lines.some(isMeant));
  if (!found || another) throw new Error(`Not one block holds ${part}`);
  const lines = found.lines.flatMap((line) => (isMeant(line) ? (to ?? []) : line));
  await putRows({ blocks: [[found.key, { text: lines.join('\n') }]] });
}
