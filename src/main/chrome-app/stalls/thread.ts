import type * as Fs from 'node:fs'
import type * as Threads from 'node:worker_threads'
import { signalProcess } from '../signal-process.ts'
import type { Machine } from './machine.ts'
import { readFirstThread } from './process-times.ts'
import type { ReadFile } from './process-times.ts'
import { createReader } from './read-again.ts'
import { StallWatch } from './stall-watch.ts'
import { StoppedCells } from './stopped-cells.ts'
import { cells, tooBusy, tooFull } from './thread-messages.ts'
import type { KnownProcess, WatchData } from './thread-messages.ts'
import { WatchedProcesses } from './watched-processes.ts'

/** What the main process is asked, and answers in memory that both threads see. */
function createQuestions(shared: Int32Array, post: (question: number) => void) {
  const hasEnded = (): boolean => Atomics.load(shared, cells.end) !== 0
  let asked = 0
  return {
    hasEnded,
    ask: () => {
      asked += 1
      post(asked)
    },
    awaitAnswer: (time: number): boolean => {
      const end = performance.now() + time
      for (;;) {
        const last = Atomics.load(shared, cells.answered)
        if (last >= asked || hasEnded()) return true
        const left = end - performance.now()
        if (left <= 0) return false
        Atomics.wait(shared, cells.answered, last, left)
      }
    },
  }
}

const bytesPerMebibyte = 2 ** 20

/** What the main process takes. */
function createGauges(shared: Int32Array, readFile: ReadFile) {
  let memory = 0
  const readThread = () => readFirstThread(process.pid, readFile) ?? { ran: readAllThreads(), waited: 0 }
  return {
    readMainLoad: () => readThread().ran,
    readMainDemand: () => {
      const { ran, waited } = readThread()
      return ran + waited
    },
    readMainThreads: readAllThreads,
    readMainMemory: () => {
      try {
        memory = process.memoryUsage.rss() / bytesPerMebibyte
      } catch {
        // It has opened all files that it may: what was read last is as good.
      }
      return memory
    },
    readMainHeap: () => Atomics.load(shared, cells.heap) / 1024,
  }
}

function readAllThreads(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Watches until the program ends. It is run as the text of a worker's script, which has no imports. */
export function watch(require: NodeJS.Require): void {
  const fs = require('node:fs') as typeof Fs
  const { parentPort, receiveMessageOnPort, workerData } = require('node:worker_threads') as typeof Threads
  const { shared, port } = workerData as WatchData
  const stopped = new StoppedCells(shared.subarray(cells.stopped))
  const readFile = createReader(fs)
  const processes = new WatchedProcesses(readFile, signalProcess, stopped)
  const hearMain = (): void => {
    for (let told; (told = receiveMessageOnPort(port)) !== undefined;)
      processes.hear(told.message as KnownProcess)
  }
  const post = (question: number): void => parentPort?.postMessage(question)
  const { ask, awaitAnswer, hasEnded } = createQuestions(shared, post)
  const machine: Machine = {
    now: () => performance.now(),
    sleep: (time) => {
      hearMain()
      Atomics.wait(shared, cells.end, 0, time)
    },
    ask,
    awaitAnswer,
    ...createGauges(shared, readFile),
    listProcesses: () => {
      hearMain()
      return processes.list()
    },
    readLoad: (pid) => processes.readLoad(pid),
    isGuest: (pid) => processes.isGuest(pid),
    stop: (pid) => {
      const isStopped = processes.stop(pid)
      // The main process resumes all, once, when it has said so.
      if (hasEnded()) processes.resume(pid)
      return isStopped
    },
    resume: (pid) => processes.resume(pid),
    end: (pid) => {
      processes.end(pid)
      post(tooFull)
    },
    tell: () => post(tooBusy),
  }
  const stallWatch = new StallWatch(machine)
  while (!hasEnded()) stallWatch.look()
}
