/** Values as JSON by key; undefined removes. */
export type Changes = ReadonlyMap<string, string | undefined>

const store = 'items'

interface Buckets {
  open: (
    name: string,
    options: { persisted: boolean; durability: 'relaxed' },
  ) => Promise<{ indexedDB: IDBFactory }>
}

/**
 * A place that the app's own `indexedDB` does not show. What has been called back is there after the processes are
 * killed; a power failure may take the last moment.
 */
async function findPlace(): Promise<IDBFactory> {
  const { storageBuckets } = navigator as Navigator & { storageBuckets: Buckets }
  const bucket = await storageBuckets.open('chrome-storage', { persisted: true, durability: 'relaxed' })
  return bucket.indexedDB
}

export async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = (await findPlace()).open(name, 1)
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}

export function loadAll(database: IDBDatabase): Promise<Map<string, string>> {
  const items = database.transaction(store).objectStore(store)
  const [keys, values] = [items.getAllKeys(), items.getAll()]
  return new Promise((resolve, reject) => {
    values.onerror = () => reject(values.error ?? new Error('IndexedDB'))
    values.onsuccess = () =>
      resolve(new Map(keys.result.map((key, i) => [key as string, values.result[i] as string])))
  })
}

/** Calls back when the changes are kept, or with what is wrong. */
export function commit(database: IDBDatabase, changes: Changes, done: (error?: string) => void): void {
  const transaction = database.transaction(store, 'readwrite')
  const items = transaction.objectStore(store)
  for (const [key, json] of changes) {
    if (json === undefined) items.delete(key)
    else items.put(json, key)
  }
  transaction.oncomplete = () => done()
  transaction.onabort = () => done(transaction.error?.message ?? 'IndexedDB')
  transaction.commit()
}
