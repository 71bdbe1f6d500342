import type { Session } from 'electron'
import { expect, it } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import { Gate } from '../../../../src/main/ipc/gate.ts'
import { MemoryPort } from '../../../support/memory-port.ts'
import { createScope } from '../../../support/test-scope.ts'

const scope = createScope()
const registry = new Registry()
registry.add({ scope, includes: () => true, sessions: undefined, origins: [parseOrigin('app://ours')] })
const gate = new Gate(registry)
const sender = { session: {} as Session, windowId: 1, url: new URL('app://ours/') }
const create = [0, undefined, { kind: 'call', id: 1, method: 'tcpServer.create', args: [undefined] }]

it('a document that another one has replaced is not obeyed any more', () => {
  const old = gate.connect(sender, new MemoryPort())
  const next = gate.connect(sender, new MemoryPort())
  old?.receive(create)
  expect(scope.tcpServer.list()).toEqual([])
  next?.receive(create)
  expect(scope.tcpServer.list()).toHaveLength(1)
})

it('no document is obeyed after dispose', () => {
  const page = gate.connect(sender, new MemoryPort())
  scope.dispose()
  page?.receive(create)
  expect(scope.tcpServer.list()).toEqual([])
})
