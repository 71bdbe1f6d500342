import type { DownMessage, UpRecord } from '../../renderer-types/wire.ts'
import { sliceBytes } from './binary.ts'
import { Outbox } from './outbox.ts'
import { primordials } from './primordials.ts'
import type { TaskQueue } from './task-queue.ts'

const { byteLengthOf, postMessage, queueMicrotask } = primordials

/** The page's ends. By the first it speaks and hears nothing: no event has it, so that no script can come by it. */
export interface PagePorts {
  readonly calls: MessagePort
  readonly answers: MessagePort
}

/** What goes to the main process and comes from it: everything said in one turn goes in one message. */
export class Connection {
  readonly #calls: MessagePort
  readonly #tasks: TaskQueue
  readonly #outbox = new Outbox()
  #flushQueued = false

  constructor({ answers, calls }: PagePorts, tasks: TaskQueue, receive: (message: DownMessage) => void) {
    this.#calls = calls
    this.#tasks = tasks
    tasks.onIdle = () => {
      if (this.#mustFlush) this.#flush()
    }
    tasks.listen(answers, (data) => {
      const message = data as [...DownMessage]
      receive(message)
      if (message[0]) tasks.endMessage()
      // Blink keeps the data of an event until its next collection of all garbage: what is in it may go before that.
      message.length = 0
    })
  }

  send(record: UpRecord): void {
    if (!this.#outbox.add(record)) {
      this.#flush()
      this.#outbox.add(record)
    }
    this.#queueFlush()
  }

  /** The bytes are taken before this returns. */
  sendBytes(callId: number, socketId: number, bytes: Uint8Array): void {
    const length = byteLengthOf(bytes)
    if (this.#outbox.gather(callId, socketId, bytes, length)) return this.#queueFlush()
    this.#flush()
    if (this.#outbox.gather(callId, socketId, bytes, length)) return this.#queueFlush()
    postMessage(this.#calls, [0, sliceBytes(bytes), [callId, socketId, length]])
  }

  /** What callbacks and listeners say goes when the last of them has run, or when it is much or has waited. */
  #queueFlush(): void {
    if (this.#outbox.isFull) return this.#flush()
    if (this.#flushQueued || this.#tasks.isRunning) return
    this.#flushQueued = true
    queueMicrotask(() => this.#flush())
  }

  get #mustFlush(): boolean {
    const { hasEnded, isEmpty } = this.#tasks
    if (this.#outbox.isEmpty) return hasEnded
    return isEmpty || this.#outbox.isDue
  }

  #flush(): void {
    this.#flushQueued = false
    const acknowledged = this.#tasks.takeEnded()
    if (acknowledged === 0 && this.#outbox.isEmpty) return
    postMessage(this.#calls, this.#outbox.close(acknowledged))
  }
}
