import { primordials } from './primordials.ts'

const { MessageChannel, postMessage } = primordials

export type Task = () => void

interface Link {
  readonly task: Task
  next: Link | undefined
}

/**
 * Runs every task in a task of the event loop of its own, so that the microtasks of one callback or listener have
 * all run before the next: Chrome delivers each answer and each event so, and apps that await depend on it.
 */
export class TaskQueue {
  #first: Link | undefined
  #last: Link | undefined
  #scheduled = false
  readonly #wake: MessagePort

  constructor() {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      this.#scheduled = false
      this.#runFirst()
    }
    this.#wake = port2
  }

  push(task: Task): void {
    const link: Link = { task, next: undefined }
    if (this.#first === undefined || this.#last === undefined) this.#first = link
    else this.#last.next = link
    this.#last = link
  }

  /** To be called in a task of its own, as a message handler is: runs the first task now and the others later. */
  run(): void {
    if (!this.#scheduled) this.#runFirst()
  }

  #runFirst(): void {
    const link = this.#first
    if (link === undefined) return
    this.#first = link.next
    // Before the task: what the task itself puts off, by setTimeout for instance, comes after the next one.
    if (this.#first !== undefined) this.#schedule()
    link.task()
  }

  #schedule(): void {
    this.#scheduled = true
    postMessage(this.#wake, 0)
  }
}
