import type { MessagePort } from 'node:worker_threads'
import { receiveMessageOnPort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MainWatch } from '../../../../../src/main/chrome-app/stalls/main-watch.ts'
import { StoppedCells } from '../../../../../src/main/chrome-app/stalls/stopped-cells.ts'
import { cells, tooBusy, tooFull } from '../../../../../src/main/chrome-app/stalls/thread-messages.ts'
import type { WatchData } from '../../../../../src/main/chrome-app/stalls/thread-messages.ts'

vi.mock('../../../../../src/main/chrome-app/stalls/thread.ts?source', () => ({ default: 'THREAD' }))

interface Thread {
  readonly code: string
  readonly options: { readonly workerData: WatchData }
  readonly unref: () => void
  readonly emit: (name: string, value: unknown) => void
}
const made = vi.hoisted((): { thread?: Thread } => ({}))
vi.mock('node:worker_threads', async (original) => {
  const { EventEmitter } = await import('node:events')
  class Worker extends EventEmitter {
    unref = vi.fn()
    constructor(
      readonly code: string,
      readonly options: Thread['options'],
    ) {
      super()
      made.thread = this
    }
  }
  return { ...(await original<object>()), Worker }
})

const hear = { tooBusy: vi.fn(), tooFull: vi.fn(), failed: vi.fn() }
let watch: MainWatch
let thread: Thread
let shared: Int32Array
let port: MessagePort

beforeEach(() => {
  vi.clearAllMocks()
  watch = new MainWatch(hear)
  if (made.thread === undefined) throw new Error('there is no thread')
  thread = made.thread
  ;({ shared, port } = thread.options.workerData)
})

afterEach(() => {
  process.removeAllListeners('exit')
  vi.restoreAllMocks()
})

it('runs the thread, which does not keep the program', () => {
  expect(thread.code).toBe('THREAD.watch(require)')
  expect(thread.unref).toHaveBeenCalledOnce()
})

it('answers each question', () => {
  thread.emit('message', 1)
  thread.emit('message', 2)
  expect(Atomics.load(shared, cells.answered)).toBe(2)
  expect(Atomics.load(shared, cells.heap)).toBeGreaterThan(1024)
  expect(hear.tooBusy).not.toHaveBeenCalled()
  expect(hear.tooFull).not.toHaveBeenCalled()
})

it('hears what is to be told, and that the thread has failed', () => {
  thread.emit('message', tooBusy)
  expect(hear.tooBusy).toHaveBeenCalledOnce()
  expect(hear.tooFull).not.toHaveBeenCalled()
  thread.emit('message', tooFull)
  expect(hear.tooFull).toHaveBeenCalledOnce()
  expect(Atomics.load(shared, cells.answered)).toBe(0)
  const error = new Error('it failed')
  thread.emit('error', error)
  expect(hear.failed).toHaveBeenCalledWith(error)
})

it('tells of processes', () => {
  const known = { pid: 7, isGuest: true }
  watch.add(known)
  expect(receiveMessageOnPort(port)?.message).toEqual(known)
})

it('ends the thread with the program, and resumes whom it has stopped', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  const stopped = new StoppedCells(shared.subarray(cells.stopped))
  stopped.add(7)
  stopped.add(8)
  stopped.delete(8)
  const [stop] = process.listeners('exit').slice(-1)
  stop?.(0)
  expect(Atomics.load(shared, cells.end)).toBe(1)
  expect(kill.mock.calls).toEqual([[7, 'SIGCONT']])
})

it('resumes whom a thread has stopped that fails', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  new StoppedCells(shared.subarray(cells.stopped)).add(7)
  thread.emit('error', new Error('it failed'))
  expect(kill.mock.calls).toEqual([[7, 'SIGCONT']])
})

it('knows whom the thread has stopped', () => {
  new StoppedCells(shared.subarray(cells.stopped)).add(7)
  expect([watch.hasStopped(7), watch.hasStopped(8)]).toEqual([true, false])
})
