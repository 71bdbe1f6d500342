import { flowControl } from '../../renderer-types/wire.ts'
import type { DownMessage, UpMessage, UpRecord } from '../../renderer-types/wire.ts'
import { Backlog } from './backlog.ts'
import { sliceBytes } from './binary.ts'
import { capacity, Outbox } from './outbox.ts'
import { primordials } from './primordials.ts'
import type { TaskQueue } from './task-queue.ts'

const { byteLengthOf, byteLengthOfBuffer, postMessage, queueMicrotask, sliceBuffer } = primordials

/** The page's ends. By the first it speaks and hears nothing: no event has it, so that no script can come by it. */
export interface PagePorts {
  readonly calls: MessagePort
  readonly answers: MessagePort
}

/**
 * What goes to the main process and comes from it: everything said in one turn goes in one message, as long as the main
 * process has dealt with those before.
 */
export class Connection {
  readonly #calls: MessagePort
  readonly #tasks: TaskQueue
  readonly #outbox = new Outbox()
  #flushQueued = false
  /** Messages that the main process has not dealt with yet. */
  #unheard = 0
  readonly #backlog = new Backlog()

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

  /** `bytes`: those of the datagram in it. False for more than a message may have. */
  send(record: UpRecord, bytes: number): boolean {
    let isTaken = this.#outbox.add(record, bytes)
    if (!isTaken) {
      this.#close()
      isTaken = this.#outbox.add(record, bytes)
    }
    this.#queueFlush()
    return isTaken
  }

  /** Bytes to be sent that wait in the page, but for those of the message that is being gathered. */
  get waitingBytes(): number {
    return this.#backlog.bytes
  }

  /** The bytes are taken before this returns. */
  sendBytes(callId: number, socketId: number, bytes: Uint8Array): void {
    const length = byteLengthOf(bytes)
    if (this.#outbox.gather(callId, socketId, bytes, length)) return this.#queueFlush()
    this.#close()
    if (this.#outbox.gather(callId, socketId, bytes, length)) return this.#queueFlush()
    for (let start = 0; start < length; start += capacity) {
      const part = sliceBytes(bytes, start, length - start < capacity ? length - start : capacity)
      const message: UpMessage = [0, part, { kind: 'part', id: callId, socketId, byteLength: length }]
      if (this.#isFree) this.#post(message)
      else this.#backlog.add(message, byteLengthOfBuffer(part), start > 0)
    }
  }

  /** A send was answered: what is left of it is not said. */
  giveUp(callId: number): void {
    this.#backlog.giveUp(callId)
  }

  /** The socket takes nothing any more. */
  giveUpSocket(socketId: number): void {
    this.#backlog.giveUpSocket(socketId)
  }

  /** The main process has dealt with so many messages. */
  noteHeard(messages: number): void {
    this.#unheard -= messages
    while (this.#unheard < flowControl.saidMessages) {
      const message = this.#backlog.take()
      if (message === undefined) return
      this.#post(message)
    }
  }

  /** The next message need not wait. */
  get #isFree(): boolean {
    return this.#backlog.isEmpty && this.#unheard < flowControl.saidMessages
  }

  /** What callbacks and listeners say goes when the last of them has run, or when it is much or has waited. */
  #queueFlush(): void {
    if (this.#outbox.isFull) return this.#close()
    if (this.#flushQueued || this.#tasks.isRunning) return
    this.#flushQueued = true
    queueMicrotask(() => this.#flush())
  }

  get #mustFlush(): boolean {
    const { hasEnded, isEmpty } = this.#tasks
    if (this.#outbox.isEmpty) return hasEnded
    return isEmpty || this.#outbox.isDue
  }

  /** While the main process is behind, what the page says is gathered. */
  #flush(): void {
    this.#flushQueued = false
    if (this.#isFree && !this.#outbox.isEmpty) return this.#post(this.#outbox.close(this.#tasks.takeEnded()))
    const acknowledged = this.#tasks.takeEnded()
    if (acknowledged > 0) postMessage(this.#calls, [acknowledged, undefined])
  }

  /** Nothing more goes into the message. An acknowledgement never waits: the main process may wait for it. */
  #close(): void {
    if (this.#outbox.isEmpty) return
    if (this.#isFree) return this.#flush()
    const { waitingBytes } = this.#outbox
    const message = this.#outbox.close(0)
    const bytes = message[1]
    // The outbox fills its buffer again.
    if (bytes !== undefined) message[1] = sliceBuffer(bytes, 0, byteLengthOfBuffer(bytes))
    this.#backlog.add(message, waitingBytes)
  }

  #post(message: UpMessage): void {
    this.#unheard += 1
    postMessage(this.#calls, message)
  }
}
