import type { EventName } from '../../renderer-types/contract/index.ts'
import type { DataRecord, DownRecord, TookRecord } from '../../renderer-types/wire.ts'
import { flowControl } from '../../renderer-types/wire.ts'
import type { Calls } from './calls.ts'
import type { EventSource } from './event.ts'
import { createDictionary, primordials } from './primordials.ts'
import type { Task, TaskQueue } from './task-queue.ts'

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
    for (let i = 0; i < records.length; i += 1) {
      const record = records[i]
      if (record !== undefined) this.#tasks.push(this.#toTask(record))
    }
    this.#tasks.run()
  }

  #toTask(record: DownRecord): Task {
    if (record.kind === 'reply') return () => this.#calls.settle(record)
    if (record.kind === 'data') return this.#deliverData(record, 0)
    return () => {
      if (record.kind === 'end') this.#calls.end()
      else this.#events[record.event].dispatch([record.payload])
      return undefined
    }
  }

  /** `onReceive` never carries more than `bufferSize` bytes. */
  #deliverData(record: DataRecord, start: number): Task {
    return () => {
      const { bufferSize, data, socketId } = record
      const length = byteLengthOfBuffer(data) as number
      const end = start + bufferSize < length ? start + bufferSize : length
      const piece = end - start === length ? data : sliceBuffer(data, start, end)
      this.#events['tcp.onReceive'].dispatch([{ data: piece, socketId }])
      this.#countTaken(socketId, end - start)
      return end === length ? undefined : this.#deliverData(record, end)
    }
  }

  #countTaken(socketId: number, bytes: number): void {
    this.#taken[socketId] = ((this.#taken[socketId] as number | undefined) ?? 0) + bytes
    this.#takenTotal += bytes
    if (this.#takenTotal < flowControl.acknowledgeAfter) return
    for (const id in this.#taken)
      this.#acknowledge({ kind: 'took', socketId: +id, bytes: this.#taken[id] as number })
    this.#taken = createDictionary()
    this.#takenTotal = 0
  }
}
