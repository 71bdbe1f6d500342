// @ts-check
// What comes of the attacks in the main process.
import fs from 'node:fs'

/** Milliseconds between two looks at clock and memory. */
const interval = 5
/** Milliseconds without a turn from which on a stall is one. */
const stalled = 50
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
  /** Milliseconds from the begin until the last stall was over. */
  over = 0
  #begun = performance.now()
  #before = this.#begun
  #busyBefore = readBusyTime()

  constructor() {
    setInterval(() => this.look(), interval)
  }

  begin() {
    this.longest = 0
    this.busiest = 0
    this.most = this.memory
    this.over = 0
    this.#begun = performance.now()
    this.#before = this.#begun
    this.#busyBefore = readBusyTime()
  }

  get elapsed() {
    return performance.now() - this.#begun
  }

  get memory() {
    return process.memoryUsage.rss() / megabyte
  }

  /** A message may come before the timer, which is what says that there was a stall. */
  look() {
    const now = performance.now()
    const late = now - this.#before - interval
    this.longest = Math.max(this.longest, late)
    if (late > stalled) this.over = now - this.#begun
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
