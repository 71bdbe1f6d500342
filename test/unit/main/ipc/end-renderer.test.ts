import { afterEach, expect, it, vi } from 'vitest'

const getAppMetrics = vi.fn<() => { pid: number; type: string }[]>()
vi.mock('electron', () => ({ app: { getAppMetrics } }))
const { endRenderer } = await import('../../../../src/main/ipc/end-renderer.ts')

const pid = 123_456
const kill = vi.spyOn(process, 'kill')

afterEach(() => kill.mockReset())

it.each([
  ['a renderer of ours', 'Tab', pid, [[pid, 'SIGKILL']]],
  ['nobody who has the number of one that has gone', 'Tab', 654_321, []],
  ['not the group of our own, as which one is told that has gone', 'Tab', 0, []],
  ['not the main process', 'Browser', pid, []],
])('ends %s', (_what, type, accused, calls) => {
  getAppMetrics.mockReturnValue([{ pid, type }])
  kill.mockReturnValue(true)
  endRenderer({ id: 1, pid: accused })
  expect(kill.mock.calls).toEqual(calls)
})

it('bears that a process has ended by itself', () => {
  getAppMetrics.mockReturnValue([{ pid, type: 'Tab' }])
  kill.mockImplementation(() => {
    throw new Error('ESRCH')
  })
  endRenderer({ id: 1, pid })
  expect(kill).toHaveBeenCalledOnce()
})
