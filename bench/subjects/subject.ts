import type { Authority } from '../processes/trust.ts'

/** Calls a method where it is at home: in the page, in main. */
export type Remote = (method: string, ...args: readonly unknown[]) => Promise<unknown>

/** What not every subject has. */
export type Ability = 'datagrams' | 'tls' | 'start-up' | 'storage' | 'first-window' | 'files'

/** Milliseconds until the first page runs its script: in main, and in the page's own process. */
export interface StartUp {
  readonly main: number
  readonly page: number
}

/** A whole Chrome App that runs. */
export interface OpenApp {
  /** Milliseconds from the start of its program until the document of its window was parsed. */
  readonly firstWindow: number
  /** Where `chrome.storage` is. */
  readonly page: Remote
  readonly close: () => Promise<void>
}

/** A whole Chrome App that sends a file to whoever connects. */
export interface FileServer {
  readonly port: number
  /** The process that all of its processes descend from. */
  readonly pid: number
  readonly close: () => Promise<void>
}

export interface RunningSubject {
  /** Where the measured server is. */
  readonly server: Remote
  /** Those of its event loops that can be watched. */
  readonly loops: { readonly main?: Remote; readonly page?: Remote }
  /** Starts an app that opens a page and ends it: with what the subject is made of, or bare. */
  readonly startUp?: (isBare: boolean) => Promise<StartUp>
  /** A whole Chrome App, or its window alone in a bare program. */
  readonly openApp?: (isBare: boolean) => Promise<OpenApp>
  readonly serveFile?: (file: string) => Promise<FileServer>
  /** The process that all of its processes descend from. */
  readonly pid: number
  /** How many files one of its processes has open for each connection. */
  readonly descriptorsPerConnection: number
  readonly versions: Readonly<Record<string, string>>
  /** Starts to take CPU profiles; the function that is returned writes them to files that begin so, and names these. */
  readonly profile?: () => Promise<(prefix: string) => Promise<string[]>>
  readonly close: () => Promise<void>
}

export interface Subject {
  readonly name: string
  /** One line on what is measured. */
  readonly about: string
  readonly abilities: readonly Ability[]
  /** What must be installed before it can run here, and how; undefined if nothing. */
  readonly findMissing: () => string | undefined
  /** Builds what it runs into a new folder in the given one, and returns that. */
  readonly build: (parent: string) => Promise<string>
  /** Starts it; it believes TLS servers that an authority answers for. */
  readonly launch: (folder: string, authority?: Authority) => Promise<RunningSubject>
}
