import type { Session } from 'electron'
import { expect, it } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { createApp } from '../../../support/pages/test-app.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

const app = createApp()
const registry = new Registry()
registry.add({ app, includes: () => true, sessions: undefined, origins: [parseOrigin('app://ours')] })
const gate = createGate(registry)
const sender = { session: {} as Session, windowId: 1, url: new URL('app://ours/') }
const create = [0, undefined, { kind: 'call', id: 1, method: 'tcpServer.create', args: [undefined] }]

it('a document that another one has replaced is not obeyed any more', () => {
  const old = gate.connect(sender, new MemoryPort())
  const next = gate.connect(sender, new MemoryPort())
  old?.receive(create)
  expect(app.tcpServer.list()).toEqual([])
  next?.receive(create)
  expect(app.tcpServer.list()).toHaveLength(1)
})

it('no document is obeyed after dispose', () => {
  const page = gate.connect(sender, new MemoryPort())
  app.dispose()
  page?.receive(create)
  expect(app.tcpServer.list()).toEqual([])
})
