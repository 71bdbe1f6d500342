import type { MessagePort } from 'node:worker_threads'

/** What the thread of the watch begins with. */
export interface WatchData {
  /** Of which `cells` has the places. */
  readonly shared: Int32Array
  /** The system's numbers of processes of pages come by it, for the thread takes no event. */
  readonly port: MessagePort
}

/** Not the number of a question: a process keeps the main process busy without end. */
export const tooBusy = 0

/** The number of the last question that is answered; one that is not zero when the program ends; from there on whoever is stopped. */
export const cells = { answered: 0, end: 1, stopped: 2 } as const

/** More are not stopped at a time. */
export const mostStopped = 510
