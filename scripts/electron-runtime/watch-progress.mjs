import { say } from '../setup/say.mjs'

/**
 * Ends a child whose bytes have stopped coming, and reports those that come.
 * @param {string} topic
 * @param {() => number} measure bytes so far
 */
export function watchProgress(topic, measure, { stallMs = 45_000, reportMs = 10_000, tickMs = 1000 } = {}) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  let stalled = false
  return {
    /** @param {import('node:child_process').ChildProcess} child */
    watch(child) {
      let bytes = measure()
      let grown = performance.now()
      let reported = grown
      timer = setInterval(() => {
        const now = performance.now()
        const size = measure()
        if (size !== bytes) [bytes, grown] = [size, now]
        if (now - grown > stallMs) {
          stalled = true
          child.kill('SIGKILL')
        }
        if (now - reported > reportMs && bytes > 1e6) {
          reported = now
          say(topic, `${Math.round(bytes / 1e6)} MB so far`)
        }
      }, tickMs)
    },
    stop: () => clearInterval(timer),
    stalled: () => stalled,
  }
}
