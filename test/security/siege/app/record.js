// @ts-check
// What comes of the attacks in the main process.
import fs from 'node:fs'

/** Milliseconds between two looks at clock and memory. */
const interval = 5
const megabyte = 1024 * 1024

/** Milliseconds for which the main thread has computed; on other systems than Linux nothing says so. */
const readBusyTime = () => {
  try {
    return Number.parseInt(fs.readFileSync('/proc/self/schedstat', 'latin1'), 10) / 1e6
  } catch {
    return NaN
  }
}

export class Watch {
  longest = 0
  busiest = 0
  most = 0
  #before = performance.now()
  #busyBefore = readBusyTime()

  constructor() {
    setInterval(() => this.#tick(), interval)
  }

  begin() {
    this.longest = 0
    this.busiest = 0
    this.most = this.memory
    this.#before = performance.now()
    this.#busyBefore = readBusyTime()
  }

  get memory() {
    return process.memoryUsage.rss() / megabyte
  }

  #tick() {
    const now = performance.now()
    this.longest = Math.max(this.longest, now - this.#before - interval)
    this.#before = now
    const busy = readBusyTime()
    this.busiest = Math.max(this.busiest, busy - this.#busyBefore)
    this.#busyBefore = busy
    this.most = Math.max(this.most, this.memory)
  }
}

export class Log {
  lines = 0
  characters = 0
  /** @type {string[]} */
  first = []

  warn(/** @type {string} */ message) {
    this.lines += 1
    this.characters += message.length
    if (this.first.length < 5) this.first.push(message.slice(0, 300))
  }

  error(/** @type {string} */ message, /** @type {unknown} */ error) {
    this.warn(error instanceof Error ? `${message}: ${error.stack}` : message)
  }
}

/** What nobody has caught, and what Node warns of as a leak. @type {string[]} */
let faults = []
const mostFaults = 20

const noteFault = (/** @type {string} */ kind, /** @type {unknown} */ fault) => {
  if (faults.length === mostFaults) return
  faults.push(`${kind}: ${String(fault instanceof Error ? fault.stack : fault).slice(0, 500)}`)
}
// Electron's box comes as ever.
process.on('uncaughtExceptionMonitor', (error) => noteFault('uncaught', error))
process.on('unhandledRejection', (reason) => noteFault('rejected and not handled', reason))
process.on('warning', (warning) => {
  if (warning.name !== 'MaxListenersExceededWarning') return
  const [listening = ''] =
    warning.stack?.split('\n').filter((line) => !/^\w|node:(?:internal|events)/.test(line)) ?? []
  // Electron itself listens once for each window that a page opens.
  if (!listening.includes('node:electron')) noteFault('warned', warning)
})

/** Since they were last taken. */
export const takeFaults = () => {
  const taken = faults
  faults = []
  return taken
}
