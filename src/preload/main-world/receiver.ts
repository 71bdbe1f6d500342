import type { AppEventName } from '../../renderer-types/contract/apps/index.ts'
import type { EventName } from '../../renderer-types/contract/index.ts'
import { itemKinds } from '../../renderer-types/wire.ts'
import type {
  AcceptItem,
  DataItem,
  DatagramRecord,
  DoneItem,
  DownItem,
  DownMessage,
  DownRecord,
  EventRecord,
  FailureRecord,
  SentItem,
} from '../../renderer-types/wire.ts'
import type { Calls } from './calls.ts'
import type { EventSource } from './event.ts'
import { primordials } from './primordials.ts'
import type { TaskQueue } from './task-queue.ts'

const { byteLengthOfBuffer, isArray, sliceBuffer } = primordials

const isRecord = (item: DownItem): item is DownRecord => !isArray(item)

/** A Chrome App that is run as a whole has more events than sockets'. */
export type EventSources = Readonly<Record<EventName, EventSource>> &
  Readonly<Partial<Record<AppEventName, EventSource>>>

/** Turns what the main process sends into callbacks and events, one a task, in the order of arrival. */
export class Receiver {
  readonly #tasks: TaskQueue
  readonly #calls: Calls
  readonly #events: EventSources
  readonly #onHeard: (messages: number) => void

  /** `onHeard`: the main process has dealt with so many messages of the page. */
  constructor(tasks: TaskQueue, calls: Calls, events: EventSources, onHeard: (messages: number) => void) {
    this.#onHeard = onHeard
    this.#tasks = tasks
    this.#calls = calls
    this.#events = events
  }

  receive(message: DownMessage): void {
    for (let i = 1; i < message.length; i += 1) {
      const item = message[i]
      if (typeof item === 'object') this.#queue(item)
    }
  }

  /** Answers a call as the main process would: later, and after what has come. */
  fail(failure: FailureRecord): void {
    this.#queueFailure(failure)
    this.#tasks.wake()
  }

  #queue(item: DownItem): void {
    if (isRecord(item)) this.#queueRecord(item)
    else if (item[0] === itemKinds.data) this.#queueData(item)
    else if (item[0] === itemKinds.sent) this.#queueSent(item)
    else if (item[0] === itemKinds.done) this.#queueDone(item)
    else if (item[0] === itemKinds.heard) this.#onHeard(item[1])
    else this.#queueAccept(item)
  }

  #queueRecord(record: DownRecord): void {
    if (record.kind === 'datagram') return this.#queueDatagram(record)
    if (record.kind === 'end') return this.#calls.end()
    if (record.kind === 'event') return this.#queueEvent(record)
    if (record.kind === 'signal')
      return this.#tasks.push(() => this.#events[record.event]?.dispatch([...record.args]))
    this.#queueFailure(record)
  }

  #queueEvent({ event, payload }: EventRecord): void {
    if (event === 'tcp.onReceiveError')
      this.#calls.noteEnd(payload['socketId'] as number, payload['resultCode'] as number)
    this.#tasks.push(() => this.#events[event].dispatch([payload]))
  }

  #queueFailure(failure: FailureRecord): void {
    const { args, error, id } = this.#calls.noteFailure(failure)
    this.#tasks.push(() => this.#calls.settle(id, args, error))
    this.#tasks.push(() => this.#calls.clearLastError())
  }

  #queueAccept(item: AcceptItem): void {
    this.#tasks.push(() =>
      this.#events['tcpServer.onAccept'].dispatch([{ clientSocketId: item[2], socketId: item[1] }]),
    )
  }

  #queueDone(item: DoneItem): void {
    this.#tasks.push(() => this.#calls.settle(item[1], item.length === 2 ? [] : [item[2]], undefined))
  }

  /** One event for each piece. */
  #queueData(item: DataItem): void {
    const socketId = item[1]
    const bufferSize = item[2]
    for (let i = 3; i < item.length; i += 1)
      if (byteLengthOfBuffer(item[i]) > bufferSize) return this.#queueUncut(item)
    let at = 3
    this.#tasks.push(() => {
      const data = item[at]
      at += 1
      this.#events['tcp.onReceive'].dispatch([{ data, socketId }])
    }, item.length - 3)
  }

  /** `onReceive` never carries more than `bufferSize` bytes. */
  #queueUncut(item: DataItem): void {
    const socketId = item[1]
    const bufferSize = item[2]
    for (let i = 3; i < item.length; i += 1) this.#queuePieces(socketId, bufferSize, item[i] as ArrayBuffer)
  }

  #queuePieces(socketId: number, bufferSize: number, data: ArrayBuffer): void {
    const length = byteLengthOfBuffer(data)
    for (let start = 0; start < length; start += bufferSize) {
      const end = start + bufferSize < length ? start + bufferSize : length
      this.#tasks.push(() => {
        this.#events['tcp.onReceive'].dispatch([{ data: sliceBuffer(data, start, end), socketId }])
      })
    }
  }

  #queueSent(item: SentItem): void {
    let at = 2
    this.#tasks.push(() => {
      const callId = item[1] + at - 2
      const bytesSent = item[at]
      at += 1
      this.#calls.settle(callId, [{ bytesSent, resultCode: 0 }], undefined)
    }, item.length - 2)
  }

  #queueDatagram({ data, remoteAddress, remotePort, socketId }: DatagramRecord): void {
    this.#tasks.push(() =>
      this.#events['udp.onReceive'].dispatch([{ data, remoteAddress, remotePort, socketId }]),
    )
  }
}
