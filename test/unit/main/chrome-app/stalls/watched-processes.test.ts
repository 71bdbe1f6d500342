import { beforeEach, expect, it } from 'vitest'
import { WatchedProcesses } from '../../../../../src/main/chrome-app/stalls/watched-processes.ts'

/** What the kernel says of a process: its name may have brackets. */
const writeStat = (pid: number, user: number, system: number, start: number): string =>
  `${pid} (a) S (b) R 1 2 3 4 5 6 7 8 9 10 ${user} ${system} 0 0 20 0 1 0 ${start} 0 0`

let files: Record<string, string>
let said: [number, string][]
let processes: WatchedProcesses

function readFile(path: string): string {
  const text = files[path]
  if (text === undefined) throw new Error('ENOENT')
  return text
}

beforeEach(() => {
  files = { '/proc/7/stat': writeStat(7, 3, 4, 100), '/proc/7/schedstat': '65432100 1 2\n' }
  said = []
  processes = new WatchedProcesses(readFile, (pid, name) => said.push([pid, name]))
  processes.hear({ pid: 7, isThere: true })
})

it('knows what each has computed, by ticks and exactly, in milliseconds', () => {
  expect([...processes.list()]).toEqual([7])
  expect(processes.readLoad(7)).toEqual([70, 65.4321])
  delete files['/proc/7/schedstat']
  expect(processes.readLoad(7)).toEqual([70])
  expect(processes.readLoad(8)).toBeUndefined()
})

it('really reads them of this process', async () => {
  const { readFileSync } = await import('node:fs')
  const own = new WatchedProcesses(
    (path) => readFileSync(path, 'latin1'),
    () => {},
  )
  own.hear({ pid: process.pid, isThere: true })
  const [ticks = 0, exactly = 0] = own.readLoad(process.pid) ?? []
  expect(ticks).toBeGreaterThan(0)
  expect(exactly).toBeGreaterThan(0)
})

it('stops and resumes them', () => {
  processes.stop(7)
  processes.resume(7)
  expect(said).toEqual([
    [7, 'SIGSTOP'],
    [7, 'SIGCONT'],
  ])
})

it('signals nobody who has the number of one that has gone', () => {
  processes.stop(7)
  files['/proc/7/stat'] = writeStat(7, 0, 0, 200)
  expect(processes.readLoad(7)).toBeUndefined()
  processes.resume(7)
  processes.stop(7)
  expect(said).toEqual([[7, 'SIGSTOP']])
  processes.hear({ pid: 7, isThere: true })
  processes.stop(7)
  expect(said.slice(1)).toEqual([[7, 'SIGSTOP']])
})

it('resumes one whose pages have gone while it was stopped, and knows nothing of it afterwards', () => {
  processes.stop(7)
  processes.hear({ pid: 7, isThere: false })
  expect([...processes.list()]).toEqual([])
  processes.resume(7)
  processes.stop(7)
  expect(said).toEqual([
    [7, 'SIGSTOP'],
    [7, 'SIGCONT'],
  ])
})

it('knows nothing of one that has gone before it is told of', () => {
  processes.hear({ pid: 9, isThere: true })
  expect([...processes.list()]).toEqual([7])
})
