import { MessageChannel, Worker } from 'node:worker_threads'
import { signalProcess } from '../signal-process.ts'
import type { Watch } from './late-watch.ts'
import { StoppedCells } from './stopped-cells.ts'
import { cells, mostStopped, tooBusy } from './thread-messages.ts'
import type { WatchData } from './thread-messages.ts'
import threadSource from './thread.ts?source'

/** The main process's side of the watch: answers its thread, and tells it whom to watch. */
export class MainWatch implements Watch {
  readonly #shared = new Int32Array(
    new SharedArrayBuffer((cells.stopped + mostStopped) * Int32Array.BYTES_PER_ELEMENT),
  )
  readonly #stopped = new StoppedCells(this.#shared.subarray(cells.stopped))
  readonly #channel = new MessageChannel()

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
    worker.on('error', (error: Error) => {
      this.#resumeAll()
      fail(error)
    })
    worker.unref()
    port1.unref()
    process.once('exit', () => {
      this.#set(cells.end, 1)
      this.#resumeAll()
    })
  }

  add(pid: number): void {
    this.#channel.port1.postMessage(pid)
  }

  hasStopped(pid: number): boolean {
    return this.#stopped.has(pid)
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
