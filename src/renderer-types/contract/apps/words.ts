import type { MethodRow, ParameterRow, TypeWord } from '../words.ts'

/** Where the handler of a method is: in the page itself, or in the main process. */
export type Home = 'page' | 'main'

export interface AppMethodRow extends MethodRow {
  readonly home: Home
  /** What it returns at once; where it takes a callback, too, there is no promise. */
  readonly returns?: TypeWord
  /** In Chrome a script calls back: lastError is not there any more in microtasks of the callback. */
  readonly answeredByScript?: true
}

export interface AppEventRow {
  /** What listeners are given. */
  readonly parameters: readonly ParameterRow[]
}

/** One namespace of a Chrome App's `chrome` that ordinary pages do not get. */
export interface AppNamespaceRow {
  /** Where it stands in the page's `chrome`; undefined for what only the facade uses. */
  readonly path: string | undefined
  /** What Chrome prints before a method's name in a TypeError. */
  readonly printed: string
  /** The permission that the manifest must have; undefined: every app has it. */
  readonly permission?: string
  /** The version that the manifest must have, where it is not any. */
  readonly manifestVersion?: number
  /** The type of object that its functions insist on being called on. Chrome has these made by a class of its own. */
  readonly receiver?: string
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly events: Readonly<Record<string, AppEventRow>>
  readonly methods: Readonly<Record<string, AppMethodRow>>
  readonly constants?: Readonly<Record<string, number>>
  /** Old names of methods: whoever calls them is told the new one. */
  readonly deprecated?: Readonly<Record<string, string>>
}
