import type * as Fs from 'node:fs'
import type * as Threads from 'node:worker_threads'
import { signalProcess } from '../signal-process.ts'
import type { Machine } from './machine.ts'
import { StallWatch } from './stall-watch.ts'
import { cells, tooBusy } from './thread-messages.ts'
import type { Told, WatchData } from './thread-messages.ts'
import { WatchedProcesses } from './watched-processes.ts'

/** Watches until the program ends. It is run as the text of a worker's script, which has no imports. */
export function watch(require: NodeJS.Require): void {
  const { readFileSync } = require('node:fs') as typeof Fs
  const { parentPort, receiveMessageOnPort, workerData } = require('node:worker_threads') as typeof Threads
  const { shared, port } = workerData as WatchData
  const processes = new WatchedProcesses((path) => readFileSync(path, 'latin1'), signalProcess)
  const hasEnded = (): boolean => Atomics.load(shared, cells.end) !== 0
  let asked = 0
  const machine: Machine = {
    now: () => performance.now(),
    sleep: (time) => void Atomics.wait(shared, cells.end, 0, time),
    ask: () => {
      asked += 1
      parentPort?.postMessage(asked)
    },
    awaitAnswer: (time) => {
      const end = performance.now() + time
      for (;;) {
        const last = Atomics.load(shared, cells.answered)
        if (last >= asked || hasEnded()) return true
        const left = end - performance.now()
        if (left <= 0) return false
        Atomics.wait(shared, cells.answered, last, left)
      }
    },
    readMainLoad: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
    listProcesses: () => {
      for (let told; (told = receiveMessageOnPort(port)) !== undefined;) processes.hear(told.message as Told)
      return processes.list()
    },
    readLoad: (pid) => processes.readLoad(pid),
    stop: (pid) => {
      if (!hasEnded()) processes.stop(pid)
    },
    resume: (pid) => processes.resume(pid),
    tell: () => parentPort?.postMessage(tooBusy),
  }
  const stallWatch = new StallWatch(machine)
  while (!hasEnded()) stallWatch.look()
}
