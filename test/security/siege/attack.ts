import type { ChromeAppManifest, Limits, Refusal } from '../../../src/main/types.ts'

/** Answers of calls, and how often there were; `ok` is success. */
export type Tally = Readonly<Record<string, number>>

export interface Place {
  /** The renderer was taken over: the page has `window.compromised`. */
  readonly compromised?: boolean
  /** A page of a session of the app, which is not one of the app's own. */
  readonly stranger?: boolean
  readonly url?: string
  /** The background page of the whole Chrome App, whose renderer was taken over, too. */
  readonly chromeApp?: boolean
  /** That of the other Chrome App. */
  readonly neighbour?: boolean
}

/** One window of the attacker. */
export interface HostilePage {
  /** Runs a function in the page, which sees nothing but its argument. */
  readonly run: <T, A = undefined>(act: (argument: A) => T, argument?: A) => Promise<Awaited<T>>
  readonly load: (url: string) => Promise<void>
}

/** What nobody catches in the main process. */
export type Fault = 'leaks' | 'rejects' | 'throws'

/** What an attack has to work with. */
export interface Field {
  readonly open: (place?: Place) => Promise<HostilePage>
  /** The Chrome App is launched once more. */
  readonly launch: () => Promise<void>
  /** Waits until the Chrome App has no page any more. */
  readonly untilOver: () => Promise<void>
  /** The id of the other Chrome App. */
  readonly neighbour: string
  /** So many as the siege is long: the short one does with few. */
  readonly reduce: (amount: number) => number
  /** The attacker's accomplices in another process. */
  readonly peers: {
    readonly serveDeafly: () => Promise<{ port: number }>
    readonly connectMany: (port: number, count: number) => Promise<void>
    readonly pour: (port: number, bytes: number) => Promise<void>
    readonly flood: (port: number, datagrams: number, length: number) => Promise<void>
  }
  /** Whether the honest page can make one more server, which answers a new client. */
  readonly tryHonest: () => Promise<boolean>
  /** Milliseconds that the main process itself waits for the addresses of two names that it knows. */
  readonly lookUp: () => Promise<number>
  /** Has the system kill the process of the Chrome App's `<webview>`, so long after the next page is on its way to it. */
  readonly killOnTheWay: (delay: number) => Promise<void>
  /** Has the main process itself do what it never should: to see that the siege notices. */
  readonly fail: (fault: Fault) => Promise<void>
  /** What the user was asked, who says no. */
  readonly countQuestions: () => Promise<number>
  /** Names of files that were downloaded, and of those that lie where none should. */
  readonly listDownloads: () => Promise<{ saved: readonly string[]; strays: readonly string[] }>
  /** A folder for pages of files, which the app does not count among its own. */
  readonly strangeFolder: string
}

export interface Attack {
  readonly name: string
  /** What the page does, for the table. */
  readonly what: string
  /** What came of it when it was first made, where that was not nothing. */
  readonly before?: string
  /** What the app may do; by default everything. */
  readonly sockets?: ChromeAppManifest['sockets']
  readonly limits?: Partial<Limits> | ((reduce: Field['reduce']) => Partial<Limits>)
  /** Files that the main process may have open. */
  readonly descriptors?: number
  /** A whole Chrome App runs in the same program. */
  readonly chromeApp?: boolean
  /** And another one, which means no harm. */
  readonly neighbour?: boolean
  /** DNS that does not answer. */
  readonly silentDns?: boolean
  readonly run: (field: Field) => Promise<Tally | void>
  /** What has to be told as refused, at the least. */
  readonly refused?: readonly Refusal['reason'][]
  /** What calls have to be answered, among others. */
  readonly answered?: readonly string[]
}
