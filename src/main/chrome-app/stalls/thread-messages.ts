import type { MessagePort } from 'node:worker_threads'

/** What the thread of the watch begins with. */
export interface WatchData {
  /** Of which `cells` has the places. */
  readonly shared: Int32Array
  /** `KnownProcess`es come by it, for the thread takes no event. */
  readonly port: MessagePort
}

/** A process of pages, by the system's number. */
export interface KnownProcess {
  readonly pid: number
  /** It has pages of guests, without which the app goes on. */
  readonly isGuest: boolean
}

/** Not the numbers of questions: a process keeps the main process busy without end; one that filled its memory was ended. */
export const tooBusy = 0
export const tooFull = -1

/**
 * The number of the last question that is answered; the KiB that scripts hold then; one that is not zero when the program
 * ends; from there on whoever is stopped.
 */
export const cells = { answered: 0, heap: 1, end: 2, stopped: 3 } as const

/** More are not stopped at a time. */
export const mostStopped = 510
