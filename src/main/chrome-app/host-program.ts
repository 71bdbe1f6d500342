import type { KeptFolder } from './kept-folder.ts'
import type { Program } from './life/life.ts'

/** What the program is to an app. */
export interface HostProgram extends Program {
  /** Where what is remembered of the app is kept. */
  readonly folder: KeptFolder
  /** The user's. */
  readonly language: string
  readonly acceptLanguages: readonly string[]
  /** Has a program of the user open an address. */
  readonly openExternal: (url: string) => void
}
