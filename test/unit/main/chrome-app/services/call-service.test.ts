import { expect, it, vi } from 'vitest'
import { callService } from '../../../../../src/main/chrome-app/services/index.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'
import { WorkQueue } from '../../../../../src/main/chrome-app/files/work-queue.ts'

vi.mock('electron', () => ({}))

it('what a page had asked for and is not done any more is no failure of ours', async () => {
  const work = new WorkQueue()
  const page = {}
  let restored = 0
  const retained = { has: () => (restored += 1) }
  const host = { files: { retained, work }, rights: { namespaces: ['fileGifts'] } }
  const call = { host, page } as unknown as ServiceCall
  let end = (): void => {}
  void work.do(page, () => new Promise<void>((resolve) => (end = resolve)))
  const answers = Array.from({ length: 3 }, () => callService(call, 'fileGifts.isRestorable', ['id']))
  work.forget(page)
  end()
  for (const answer of answers) expect(await answer).toMatchObject({ ok: false, message: 'net::ERR_ABORTED' })
  expect(restored).toBe(0)
  expect(await callService(call, 'fileGifts.isRestorable', ['id'])).toMatchObject({ ok: true })
  expect(callService(call, 'alarms.clearAll', [])).toMatchObject({ message: 'Does not have permission' })
})
