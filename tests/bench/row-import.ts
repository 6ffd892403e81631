/** Runs in a page: the plain import that blocks are compared to, a row and two index entries for each record. */
export async function importRows(lines: readonly string[]): Promise<number> {
  const name = 'row-import';
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await done(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    for (const kind of ['pack', 'source', 'predicate', 'entity'])
      opening.result.createObjectStore(kind, { keyPath: 'id' });
    const facts = opening.result.createObjectStore('fact', { keyPath: 'id' });
    facts.createIndex('bySubject', 'subject');
    facts.createIndex('byObject', 'object');
  };
  const base = await done(opening);
  const start = performance.now();
  for (let from = 0; from < lines.length; from += 2_000) {
    const transaction = base.transaction([...base.objectStoreNames], 'readwrite');
    for (const line of lines.slice(from, from + 2_000)) {
      const [[kind, record] = ['', undefined]] = Object.entries(JSON.parse(line) as object);
      transaction.objectStore(kind).put(record);
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
  const took = performance.now() - start;
  base.close();
  await done(indexedDB.deleteDatabase(name));
  return took;
}
