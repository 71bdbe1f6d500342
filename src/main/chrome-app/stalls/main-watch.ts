import { MessageChannel, Worker } from 'node:worker_threads'
import { signalProcess } from '../signal-process.ts'
import { cells, tooBusy } from './thread-messages.ts'
import type { Told, WatchData } from './thread-messages.ts'
import threadSource from './thread.ts?source'

/** The main process's side of the watch: answers its thread, and tells it whom to watch. */
export class MainWatch {
  readonly #shared = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  readonly #channel = new MessageChannel()
  readonly #processes = new Set<number>()

  /** `tell` is called when a process keeps this one busy without end, `fail` when nobody watches any more. */
  constructor(tell: () => void, fail: (error: Error) => void) {
    const { port1, port2 } = this.#channel
    const workerData: WatchData = { shared: this.#shared, port: port2 }
    const worker = new Worker(`${threadSource}.watch(require)`, {
      eval: true,
      workerData,
      transferList: [port2],
    })
    worker.on('message', (question: number) => {
      if (question === tooBusy) tell()
      else this.#set(cells.answered, question)
    })
    worker.on('error', fail)
    worker.unref()
    port1.unref()
    process.once('exit', () => this.#stop())
  }

  add(pid: number): void {
    this.#processes.add(pid)
    this.#tell({ pid, isThere: true })
  }

  remove(pid: number): void {
    this.#processes.delete(pid)
    this.#tell({ pid, isThere: false })
  }

  #tell(told: Told): void {
    this.#channel.port1.postMessage(told)
  }

  #set(cell: number, value: number): void {
    Atomics.store(this.#shared, cell, value)
    Atomics.notify(this.#shared, cell)
  }

  /** Nobody would resume who is stopped. */
  #stop(): void {
    this.#set(cells.end, 1)
    for (const pid of this.#processes) signalProcess(pid, 'SIGCONT')
  }
}
