import type { EventName } from '../../renderer-types/contract/index.ts'
import type { DataRecord, DatagramRecord, DownRecord, Stream, TookRecord } from '../../renderer-types/wire.ts'
import { flowControl } from '../../renderer-types/wire.ts'
import type { Calls } from './calls.ts'
import type { EventSource } from './event.ts'
import { createDictionary, primordials } from './primordials.ts'
import type { TaskQueue } from './task-queue.ts'

const { byteLengthOfBuffer, sliceBuffer } = primordials

/** Turns what the main process sends into callbacks and events, one a task, in the order of arrival. */
export class Receiver {
  readonly #tasks: TaskQueue
  readonly #calls: Calls
  readonly #events: Readonly<Record<EventName, EventSource>>
  readonly #acknowledge: (record: TookRecord) => void
  #taken = createDictionary()
  #takenTotal = 0

  constructor(options: {
    tasks: TaskQueue
    calls: Calls
    events: Readonly<Record<EventName, EventSource>>
    acknowledge: (record: TookRecord) => void
  }) {
    this.#tasks = options.tasks
    this.#calls = options.calls
    this.#events = options.events
    this.#acknowledge = options.acknowledge
  }

  receive(records: readonly DownRecord[]): void {
    this.#queueAll(records)
    this.#tasks.run()
  }

  #queueAll(records: readonly DownRecord[]): void {
    for (let i = 0; i < records.length; i += 1) {
      const record = records[i]
      if (record !== undefined) this.#queue(record)
    }
  }

  #queue(record: DownRecord): void {
    if (record.kind === 'data') return this.#queueData(record)
    if (record.kind === 'datagram') return this.#queueDatagram(record)
    if (record.kind === 'end') return this.#queueAll(this.#calls.end())
    if (record.kind === 'event')
      return this.#tasks.push(() => this.#events[record.event].dispatch([record.payload]))
    this.#tasks.push(() => this.#calls.settle(record))
    if (record.error !== undefined) this.#tasks.push(() => this.#calls.clearLastError())
  }

  /** `onReceive` never carries more than `bufferSize` bytes. */
  #queueData({ bufferSize, data, socketId }: DataRecord): void {
    const length = byteLengthOfBuffer(data) as number
    for (let start = 0; start < length; start += bufferSize) {
      const end = start + bufferSize < length ? start + bufferSize : length
      this.#tasks.push(() => {
        const piece = end - start === length ? data : sliceBuffer(data, start, end)
        this.#events['tcp.onReceive'].dispatch([{ data: piece, socketId }])
        this.#countTaken('tcp', socketId, end - start)
      })
    }
  }

  #queueDatagram({ data, remoteAddress, remotePort, socketId }: DatagramRecord): void {
    this.#tasks.push(() => {
      this.#events['udp.onReceive'].dispatch([{ data, remoteAddress, remotePort, socketId }])
      this.#countTaken('udp', socketId, byteLengthOfBuffer(data) as number)
    })
  }

  #countTaken(stream: Stream, socketId: number, bytes: number): void {
    const key = `${stream} ${socketId}`
    const counted = this.#taken[key] as TookRecord | undefined
    this.#taken[key] = { kind: 'took', stream, socketId, bytes: (counted?.bytes ?? 0) + bytes }
    this.#takenTotal += bytes
    if (this.#takenTotal < flowControl.acknowledgeAfter) return
    for (const each in this.#taken) this.#acknowledge(this.#taken[each] as TookRecord)
    this.#taken = createDictionary()
    this.#takenTotal = 0
  }
}
