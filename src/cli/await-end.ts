import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'

/** Milliseconds from a signal to the end: an app takes five seconds at most. */
const patience = 10_000

/** Hands the signals on that end a program; returns its exit code. One that does not end is killed. */
export function awaitEnd(child: ChildProcess, source: NodeJS.EventEmitter = process): Promise<number> {
  let timer: NodeJS.Timeout | undefined
  let unheard: NodeJS.Signals | undefined
  // Both are sent to the whole terminal group, or to this process alone: the app ends, and then we do.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    source.on(signal, () => {
      child.kill(signal)
      timer ??= setTimeout(() => {
        unheard = signal
        child.kill('SIGKILL')
      }, patience)
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, killer) => {
      clearTimeout(timer)
      const signal = unheard ?? killer
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}
