import { beforeEach, describe, expect, it } from 'vitest'
import { readFirstThread } from '../../../../../src/main/chrome-app/stalls/process-times.ts'
import { StoppedCells } from '../../../../../src/main/chrome-app/stalls/stopped-cells.ts'
import { WatchedProcesses } from '../../../../../src/main/chrome-app/stalls/watched-processes.ts'

/** What the kernel says of a process: its name may have brackets. */
const writeStat = (pid: number, user: number, system: number, start: number): string =>
  `${pid} (a) S (b) R 1 2 3 4 5 6 7 8 9 10 ${user} ${system} 0 0 20 0 1 0 ${start} 0 0`

let files: Record<string, string>
let said: [number, string][]
let processes: WatchedProcesses
let stopped: StoppedCells

function readFile(path: string): string {
  const text = files[path]
  if (text === undefined) throw new Error('ENOENT')
  return text
}

beforeEach(() => {
  files = { '/proc/7/stat': writeStat(7, 3, 4, 100), '/proc/7/schedstat': '65432100 1 2\n' }
  said = []
  stopped = new StoppedCells(new Int32Array(2))
  processes = new WatchedProcesses(readFile, (pid, name) => said.push([pid, name]), stopped)
  processes.hear({ pid: 7, isGuest: true })
})

it('knows what each has computed, by ticks and exactly, in milliseconds', () => {
  expect([...processes.list()]).toEqual([7])
  expect(processes.readLoad(7)).toEqual([70, 65.4321])
  delete files['/proc/7/schedstat']
  expect(processes.readLoad(7)).toEqual([70])
  expect(processes.readLoad(8)).toBeUndefined()
})

it('knows what a first thread has computed and waited, in milliseconds', () => {
  files['/proc/7/schedstat'] = '65432100 2000000 2\n'
  expect(readFirstThread(7, readFile)).toEqual({ ran: 65.4321, waited: 2 })
  expect(readFirstThread(8, readFile)).toBeUndefined()
})

it('a kernel that counts nothing is not believed', () => {
  files['/proc/7/schedstat'] = '0 0 0\n'
  expect(processes.readLoad(7)).toEqual([70])
})

it('really reads them of this process', async () => {
  const { readFileSync } = await import('node:fs')
  const own = new WatchedProcesses(
    (path) => readFileSync(path, 'latin1'),
    () => {},
    stopped,
  )
  own.hear({ pid: process.pid, isGuest: true })
  const [ticks = 0, exactly = 0] = own.readLoad(process.pid) ?? []
  expect(ticks).toBeGreaterThan(0)
  expect(exactly).toBeGreaterThan(0)
})

it('knows who has guests alone', () => {
  expect(processes.isGuest(7)).toBe(true)
  expect(processes.isGuest(8)).toBe(false)
  processes.hear({ pid: 7, isGuest: true })
  expect(processes.isGuest(7)).toBe(true)
  processes.hear({ pid: 7, isGuest: false })
  expect(processes.isGuest(7)).toBe(false)
  processes.hear({ pid: 7, isGuest: true })
  expect(processes.isGuest(7)).toBe(false)
  files['/proc/9/stat'] = writeStat(9, 0, 0, 1)
  processes.hear({ pid: 9, isGuest: false })
  expect(processes.isGuest(9)).toBe(false)
  processes.stop(7)
  files['/proc/7/stat'] = writeStat(7, 0, 0, 101)
  processes.hear({ pid: 7, isGuest: true })
  expect(processes.isGuest(7)).toBe(true)
})

it('stops and resumes them', () => {
  processes.stop(7)
  processes.stop(7)
  expect(stopped.list()).toEqual([7])
  processes.resume(7)
  expect(stopped.list()).toEqual([])
  expect(said).toEqual([
    [7, 'SIGSTOP'],
    [7, 'SIGSTOP'],
    [7, 'SIGCONT'],
    [7, 'SIGCONT'],
  ])
})

describe('one that it resumes goes on', () => {
  let state: string
  // `act`: what the main process does at the moment when it is first resumed.
  const resume = (act: () => void): void => {
    let hasActed = false
    const signal = (_pid: number, name: string): void => {
      state = name
      if (name !== 'SIGCONT' || hasActed) return
      hasActed = true
      act()
    }
    const signalled = new WatchedProcesses(readFile, signal, stopped)
    signalled.hear({ pid: 7, isGuest: true })
    signalled.stop(7)
    signalled.resume(7)
  }

  it('though the main process stops it as well, and leaves it to the watch to resume it', () => {
    resume(() => {
      state = stopped.has(7) ? 'SIGSTOP' : 'SIGCONT'
    })
    expect(state).toBe('SIGCONT')
    expect(stopped.has(7)).toBe(false)
  })

  it('though the program ends, which resumes who is noted: it is, until it goes on', () => {
    let noted: readonly number[] = []
    resume(() => {
      noted = stopped.list()
    })
    expect(noted).toEqual([7])
  })
})

it('ends them, stopped or not, and nobody who has the number of one that has gone', () => {
  processes.stop(7)
  processes.end(7)
  expect(stopped.list()).toEqual([])
  files['/proc/7/stat'] = writeStat(7, 0, 0, 101)
  processes.end(7)
  expect(said).toEqual([
    [7, 'SIGSTOP'],
    [7, 'SIGKILL'],
  ])
})

it('lets one go on that it cannot look at any more', () => {
  processes.stop(7)
  delete files['/proc/7/stat']
  processes.end(7)
  expect(said.at(-1)).toEqual([7, 'SIGCONT'])
  expect(stopped.list()).toEqual([])
})

it('knows one that is stopped, though it could not look at it for a moment', () => {
  processes.stop(7)
  const stat = files['/proc/7/stat'] ?? ''
  delete files['/proc/7/stat']
  files['/proc/8/stat'] = writeStat(8, 0, 0, 1)
  processes.hear({ pid: 8, isGuest: true })
  files['/proc/7/stat'] = stat
  processes.resume(7)
  expect(said.at(-1)).toEqual([7, 'SIGCONT'])
})

it('stops no more than can be noted', () => {
  for (const pid of [8, 9]) {
    files[`/proc/${pid}/stat`] = writeStat(pid, 0, 0, 1)
    processes.hear({ pid: pid, isGuest: true })
  }
  expect([7, 8, 9].map((pid) => processes.stop(pid))).toEqual([true, true, false])
  expect(said).toEqual([
    [7, 'SIGSTOP'],
    [8, 'SIGSTOP'],
  ])
  processes.resume(7)
  processes.stop(9)
  expect(stopped.list()).toEqual([9, 8])
})

it('signals nobody who has the number of one that has gone', () => {
  processes.stop(7)
  files['/proc/7/stat'] = writeStat(7, 0, 0, 200)
  expect(processes.readLoad(7)).toBeUndefined()
  processes.resume(7)
  processes.stop(7)
  expect(said).toEqual([[7, 'SIGSTOP']])
  expect(stopped.list()).toEqual([])
  processes.hear({ pid: 7, isGuest: true })
  processes.stop(7)
  expect(said.slice(1)).toEqual([[7, 'SIGSTOP']])
})

it('resumes one that it cannot look at', () => {
  processes.stop(7)
  delete files['/proc/7/stat']
  processes.resume(7)
  expect(said.slice(1)).toEqual([
    [7, 'SIGCONT'],
    [7, 'SIGCONT'],
  ])
})

it('knows nothing of one that has gone', () => {
  processes.hear({ pid: 9, isGuest: true })
  expect([...processes.list()]).toEqual([7])
  files['/proc/8/stat'] = writeStat(8, 0, 0, 1)
  delete files['/proc/7/stat']
  processes.hear({ pid: 8, isGuest: true })
  expect([...processes.list()]).toEqual([8])
})
