/** What a process has computed since it began, counted in several ways, none of which counts too much. */
export type Load = readonly number[]

/**
 * What the watch of stalls sees and does. Each call returns when it is done: the watch has a thread of its own, with
 * nothing else to do. Times are in milliseconds, processes are numbers of the system's.
 */
export interface Machine {
  readonly now: () => number
  readonly sleep: (time: number) => void
  /** The main process is to answer. */
  readonly ask: () => void
  /** Sleeps until it has answered what it was asked last, `time` at most; returns whether it has. */
  readonly awaitAnswer: (time: number) => boolean
  /** What the main process's first thread has computed since it began, and how long it would have, together with that. */
  readonly readMainLoad: () => number
  readonly readMainDemand: () => number
  /** What all its threads have computed, which is read much faster. */
  readonly readMainThreads: () => number
  /** MiB that the main process takes, and of them those that its scripts held when it answered last. */
  readonly readMainMemory: () => number
  readonly readMainHeap: () => number
  /** The processes of pages, as far as the main process has told of them. */
  readonly listProcesses: () => Iterable<number>
  /** Undefined where it has gone. */
  readonly readLoad: (pid: number) => Load | undefined
  /** Whether it has pages of guests, and none of the app's own. */
  readonly isGuest: (pid: number) => boolean
  /** Returns whether it is stopped. */
  readonly stop: (pid: number) => boolean
  readonly resume: (pid: number) => void
  /** For good; it may be stopped. */
  readonly end: (pid: number) => void
  /** The main process is to tell that a process keeps it busy without end. */
  readonly tell: () => void
}
