import type { MessagePort } from 'node:worker_threads'

/** What the thread of the watch begins with. */
export interface WatchData {
  /** Two numbers, of which `cells` has the places. */
  readonly shared: Int32Array
  /** Processes come by it, for the thread takes no event. */
  readonly port: MessagePort
}

/** A process of pages, by the system's number. */
export interface Told {
  readonly pid: number
  readonly isThere: boolean
}

/** Not the number of a question: a process keeps the main process busy without end. */
export const tooBusy = 0

/** The number of the last question that is answered; one that is not zero when the program ends. */
export const cells = { answered: 0, end: 1 } as const
