import { expect, it } from 'vitest'
import { readLimits } from '../../../../src/main/install/limits.ts'
import { fail, succeed } from '../../../../src/main/outcome.ts'
import { Page } from '../../../../src/main/page/page.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { takeTurns } from '../../../support/until.ts'

const event = {
  kind: 'event',
  event: 'tcp.onReceiveError',
  payload: { resultCode: -100, socketId: 1 },
} as const

it('a page that has gone is told nothing more, and nothing is kept for it', async () => {
  const port = new MemoryPort()
  const page = new Page(port, readLimits({}), { url: 'app://test/', windowId: 1 })
  page.postEvent(event)
  page.end()
  const told = port.messages.length
  page.reply(1, succeed('x'.repeat(1024 * 1024)))
  page.reply(2, fail('net::ERR_ABORTED'))
  page.postSent(3, 1)
  for (let i = 0; i < flowControl.waitingItems; i += 1) page.postEvent(event)
  page.acknowledge(told)
  await takeTurns(1)
  expect([port.messages.length, page.hasBacklog]).toEqual([told, false])
})
