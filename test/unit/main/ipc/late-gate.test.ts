import { endNobody } from '../../../support/pages/create-gate.ts'
import type { Session } from 'electron'
import { expect, it } from 'vitest'
import { createConverse } from '../../../../src/main/calls/conversation.ts'
import { Gate } from '../../../../src/main/ipc/gate.ts'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { PortListener } from '../../../../src/main/ipc/transport.ts'
import { Late } from '../../../../src/main/ipc/late.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'

const sender = { session: {} as Session, windowId: 1, url: new URL('app://test/') }

function connectLate(load: () => Promise<unknown>) {
  const app = createApp()
  const registry = new Registry()
  registry.add({ app, includes: () => true, origins: [parseOrigin('app://test')], sessions: [] })
  const converse = createConverse()
  const gate = new Gate(registry, new Late(() => load().then(() => ({ converse }))), endNobody())
  const port = new MemoryPort()
  const listener = gate.connect(sender, port)
  if (listener === undefined) throw new Error('refused')
  return { app, gate, listener, port }
}

const create = (listener: PortListener): void =>
  listener.receive([0, undefined, { kind: 'call', id: 1, method: 'tcp.create', args: [undefined] }])

it('a page is heard when what hears it is loaded, the next one at once', async () => {
  const { app, gate, listener } = connectLate(() => Promise.resolve())
  await listener.loading
  create(listener)
  expect(app.tcp.list()).toHaveLength(1)
  expect(gate.connect(sender, new MemoryPort())?.loading).toBeUndefined()
})

it('a page that has gone meanwhile is not heard any more', async () => {
  const { app, listener } = connectLate(() => Promise.resolve())
  listener.close()
  await listener.loading
  create(listener)
  expect(app.tcp.list()).toEqual([])
})

it('what could not be loaded for one page is loaded for the next', async () => {
  let loads = 0
  const load = (): Promise<unknown> => {
    loads += 1
    return loads === 1 ? Promise.reject(new Error('EMFILE')) : Promise.resolve()
  }
  const { app, gate, listener } = connectLate(load)
  await listener.loading
  const next = gate.connect(sender, new MemoryPort())
  await next?.loading
  if (next !== undefined) create(next)
  expect([loads, app.tcp.list().length]).toEqual([2, 1])
})

it('a failure is said to the app and to each page', async () => {
  const fault = new Error('Cannot find module')
  const { app, gate, listener, port } = connectLate(() => Promise.reject(fault))
  await listener.loading
  expect(port.messages).toEqual([[false, { kind: 'end' }]])
  expect(port.closed).toBe(true)
  const second = new MemoryPort()
  await gate.connect(sender, second)?.loading
  expect(second.closed).toBe(true)
  const message = 'electron-chrome-sockets: what answers pages could not be loaded'
  expect(loggerOf(app).errors).toEqual([
    [message, fault],
    [message, fault],
  ])
})
