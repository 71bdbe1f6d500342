import { getHeapStatistics } from 'node:v8'
import { MessageChannel, Worker } from 'node:worker_threads'
import { signalProcess } from '../signal-process.ts'
import type { Watch } from './late-watch.ts'
import { StoppedCells } from './stopped-cells.ts'
import { cells, mostStopped, tooBusy, tooFull } from './thread-messages.ts'
import type { KnownProcess, WatchData } from './thread-messages.ts'
import threadSource from './thread.ts?source'

export interface WatchEvents {
  /** A process keeps this one busy without end. */
  readonly tooBusy: () => void
  /** A process was ended that filled this one's memory. */
  readonly tooFull: () => void
  /** Nobody watches any more. */
  readonly failed: (error: Error) => void
}

/** The main process's side of the watch: answers its thread, and tells it whom to watch. */
export class MainWatch implements Watch {
  readonly #shared = new Int32Array(
    new SharedArrayBuffer((cells.stopped + mostStopped) * Int32Array.BYTES_PER_ELEMENT),
  )
  readonly #stopped = new StoppedCells(this.#shared.subarray(cells.stopped))
  readonly #channel = new MessageChannel()

  constructor(hear: WatchEvents) {
    const { port1, port2 } = this.#channel
    const workerData: WatchData = { shared: this.#shared, port: port2 }
    const worker = new Worker(`${threadSource}.watch(require)`, {
      eval: true,
      workerData,
      transferList: [port2],
    })
    worker.on('message', (question: number) => {
      if (question === tooBusy) hear.tooBusy()
      else if (question === tooFull) hear.tooFull()
      else this.#answer(question)
    })
    worker.on('error', (error: Error) => {
      this.#resumeAll()
      hear.failed(error)
    })
    worker.unref()
    port1.unref()
    process.once('exit', () => {
      this.#set(cells.end, 1)
      this.#resumeAll()
    })
  }

  add(known: KnownProcess): void {
    this.#channel.port1.postMessage(known)
  }

  hasStopped(pid: number): boolean {
    return this.#stopped.has(pid)
  }

  #answer(question: number): void {
    const { external_memory: external, total_heap_size: heap } = getHeapStatistics()
    Atomics.store(this.#shared, cells.heap, Math.round((heap + external) / 1024))
    this.#set(cells.answered, question)
  }

  #set(cell: number, value: number): void {
    Atomics.store(this.#shared, cell, value)
    Atomics.notify(this.#shared, cell)
  }

  /** Nobody else would resume who is stopped. */
  #resumeAll(): void {
    for (const pid of this.#stopped.list()) signalProcess(pid, 'SIGCONT')
  }
}
