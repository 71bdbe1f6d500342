/** Values as JSON by key; undefined removes. */
export type Changes = ReadonlyMap<string, string | undefined>

/** Where the items of an area lie, as JSON by key. */
export interface Store {
  readonly load: () => Promise<Map<string, string>>
  /** Calls back when the changes are kept, or with what is wrong. */
  readonly commit: (changes: Changes, done: (error?: string) => void) => void
}

/** For what is gone with the app. */
export function createMemoryStore(items: Iterable<[string, string]>): Store {
  return { load: () => Promise.resolve(new Map(items)), commit: (_changes, done) => done() }
}
