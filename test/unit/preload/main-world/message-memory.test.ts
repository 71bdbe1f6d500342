import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, expect, it } from 'vitest'
import { installFacade } from '../../../../src/preload/main-world/facade.ts'
import { fullGrant } from '../../../support/pages/grants.ts'
import { toDownMessage } from '../../../support/pages/messages.ts'
import { until } from '../../../support/until.ts'

afterEach(closeChannels)

it('a message carries nothing any more when the page has taken it, though its event lives on', async () => {
  const [{ port2: calls }, { port1, port2 }] = [new MessageChannel(), new MessageChannel()]
  const seen: unknown[] = []
  port2.addEventListener('message', ({ data }) => seen.push(data))
  const page = {} as { chrome: Window['chrome'] }
  installFacade(page, fullGrant, { calls, answers: port2 })
  const received: ArrayBuffer[] = []
  page.chrome.sockets.tcp.onReceive.addListener(({ data }) => received.push(data))
  port1.postMessage(toDownMessage([{ kind: 'data', socketId: 1, bufferSize: 4, data: new ArrayBuffer(6) }]))
  await until('received', () => received.length === 2)
  expect(seen).toEqual([[]])
})
