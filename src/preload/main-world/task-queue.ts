import { primordials } from './primordials.ts'

const { MessageChannel, addListener, messageData, muteEvent, postMessage, startPort, stopEvent } = primordials

export type Task = () => void

interface Link {
  readonly task: Task
  /** How often it is still to run. */
  left: number
  next: Link | undefined
  /** Messages that this is the last task of. */
  ends: number
}

/** Tasks that one message may bring without the page getting a chance to do anything else. */
const tasksAtOnce = 64

/**
 * Runs what messages bring, in order. The microtasks of one callback or listener have all run before the next, as in
 * Chrome, and apps that await depend on it. That needs no task of the event loop for each: a browser that calls the
 * listeners of an event one after the other empties the microtask queue after each (HTML, "clean up after running
 * script"), so that a port with many listeners runs one task in each.
 */
export class TaskQueue {
  #first: Link | undefined
  #last: Link | undefined
  #running = false
  #wakePosted = false
  #ended = 0
  readonly #wake: MessagePort
  /** Called when a message's tasks have run, and after every {@link tasksAtOnce}. */
  onIdle: () => void = () => {}

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.#wake = port2
    this.listen(port1, () => {
      this.#wakePosted = false
    })
  }

  get isEmpty(): boolean {
    return this.#first === undefined
  }

  get isRunning(): boolean {
    return this.#running
  }

  /** A task that runs several times stands for so many. */
  push(task: Task, times = 1): void {
    if (times === 0) return
    const link: Link = { task, left: times, next: undefined, ends: 0 }
    if (this.#first === undefined || this.#last === undefined) this.#first = link
    else this.#last.next = link
    this.#last = link
  }

  /** To be called when the tasks of a message have been pushed: it counts as ended when they have run. */
  endMessage(): void {
    if (this.#first === undefined || this.#last === undefined) this.#ended += 1
    else this.#last.ends += 1
  }

  get hasEnded(): boolean {
    return this.#ended > 0
  }

  /** How many messages have ended since this was last asked. */
  takeEnded(): number {
    const ended = this.#ended
    this.#ended = 0
    return ended
  }

  /** `read` turns a message into tasks, which then run. */
  listen(port: MessagePort, read: (data: unknown) => void): void {
    addListener(port, 'message', (event) => {
      // As `window.event` it is in reach of every callback: of its port, and of code that stops whatever event it finds.
      muteEvent(event)
      this.#running = true
      read(messageData(event))
    })
    for (let i = 0; i < tasksAtOnce; i += 1) addListener(port, 'message', (event) => this.#runNext(event))
    addListener(port, 'message', () => this.#pause())
    startPort(port)
  }

  #runNext(event: Event): void {
    const link = this.#first
    if (link === undefined) {
      stopEvent(event)
      return this.#pause()
    }
    link.left -= 1
    if (link.left === 0) this.#end(link)
    link.task()
  }

  #end(link: Link): void {
    this.#first = link.next
    // A task that has run would keep all later ones alive once the garbage collector has taken it for an old object.
    link.next = undefined
    this.#ended += link.ends
  }

  #pause(): void {
    this.#running = false
    this.wake()
    this.onIdle()
  }

  /** Has tasks run that no message has brought. */
  wake(): void {
    if (this.#running || this.isEmpty || this.#wakePosted) return
    this.#wakePosted = true
    postMessage(this.#wake, 0)
  }
}
