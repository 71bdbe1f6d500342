import type { Load } from './machine.ts'

/** The kernel counts the time of processes in these, for programs. */
const millisecondsPerTick = 10

/** Of what the kernel says of a process after its name: what it has computed itself, and in the kernel, and when it began. */
const places = { user: 11, system: 12, start: 19 }

export interface ProcessTimes {
  readonly load: Load
  /** The system gives numbers of processes again, but not with this. */
  readonly start: string
}

/** Throws where there is no such file. */
export type ReadFile = (path: string) => string

/**
 * What its first thread has computed, and how long it has waited for a processor, exactly and in milliseconds. Not all
 * kernels count it.
 */
export function readFirstThread(
  pid: number,
  readFile: ReadFile,
): { readonly ran: number; readonly waited: number } | undefined {
  try {
    const [ran = 0, waited = 0] = readFile(`/proc/${pid}/schedstat`).split(' ').map(Number)
    return ran > 0 ? { ran: ran / 1e6, waited: waited / 1e6 } : undefined
  } catch {
    return undefined
  }
}

/** Undefined where it has gone. */
export function readProcessTimes(pid: number, readFile: ReadFile): ProcessTimes | undefined {
  // Each file that has gone is to be seen to have: it would stay open else.
  const first = readFirstThread(pid, readFile)
  try {
    const text = readFile(`/proc/${pid}/stat`)
    // A name may have spaces and brackets.
    const words = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(words[places.user]) + Number(words[places.system])
    const load = [ticks * millisecondsPerTick, ...(first === undefined ? [] : [first.ran])]
    return { load, start: words[places.start] ?? '' }
  } catch {
    return undefined
  }
}
