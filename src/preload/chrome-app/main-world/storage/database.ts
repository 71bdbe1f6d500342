import { findBucket } from './bucket.ts'
import type { Changes, Store } from './store.ts'

const tableName = 'items'

const explain = (error: DOMException | null): string => error?.message ?? 'IndexedDB'

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = (await findBucket()).indexedDB.open(name, 1)
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore(tableName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(explain(request.error)))
  })
}

function loadAll(database: IDBDatabase): Promise<Map<string, string>> {
  const items = database.transaction(tableName).objectStore(tableName)
  const [keys, values] = [items.getAllKeys(), items.getAll()]
  return new Promise((resolve, reject) => {
    values.onerror = () => reject(new Error(explain(values.error)))
    values.onsuccess = () =>
      resolve(new Map(keys.result.map((key, i) => [key as string, values.result[i] as string])))
  })
}

function write(database: IDBDatabase, changes: Changes, done: (error?: string) => void): void {
  const transaction = database.transaction(tableName, 'readwrite')
  const items = transaction.objectStore(tableName)
  for (const [key, json] of changes) {
    if (json === undefined) items.delete(key)
    else items.put(json, key)
  }
  transaction.oncomplete = () => done()
  transaction.onabort = () => done(explain(transaction.error))
  transaction.commit()
}

/** A database of its own: opened when it is first loaded from, and again where it was lost. */
export function createDatabaseStore(name: string): Store {
  let database: IDBDatabase | undefined
  return {
    async load() {
      database ??= await openDatabase(name)
      database.onclose = () => {
        database = undefined
      }
      return loadAll(database)
    },
    commit(changes, done) {
      if (database === undefined) done(explain(null))
      else write(database, changes, done)
    },
  }
}
