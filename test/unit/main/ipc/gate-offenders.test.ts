import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import type { Gate } from '../../../../src/main/ipc/gate.ts'
import { Offenders } from '../../../../src/main/ipc/offenders.ts'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { Refusal } from '../../../../src/main/types.ts'
import { createGate } from '../../../support/pages/create-gate.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { settle } from '../../../support/until.ts'

let app: App
let gate: Gate
let ended: number[]
let refused: Refusal['reason'][]

beforeEach(() => {
  app = createApp()
  ended = []
  refused = []
  app.watch.events.on('refused', ({ reason }) => refused.push(reason))
  const registry = new Registry()
  registry.add({ app, includes: () => true, sessions: undefined, origins: [parseOrigin('app://ours')] })
  gate = createGate(registry, { offenders: new Offenders(({ pid }) => void ended.push(pid)) })
})

afterEach(() => app.dispose())

const session = {} as Session
const ours = { session, windowId: 1, url: new URL('app://ours/'), renderer: { id: 7, pid: 70 } }
const create = [0, undefined, { kind: 'call', id: 1, method: 'tcpServer.create', args: [undefined] }]

describe('a renderer that was taken over', () => {
  it('is ended when it goes on saying junk, on whatever port, and that is told', async () => {
    for (let i = 0; i < 3; i += 1) gate.connect(ours, new MemoryPort())?.receive('junk')
    expect(ended).toEqual([70])
    const line = 'ended the process of app://ours, which goes on saying what no page can say'
    expect(loggerOf(app).warnings.at(-1)).toBe(`electron-chrome-sockets: ${line}`)
    await settle()
    expect(refused).toEqual(['message', 'message', 'message', 'message'])
  })

  it('is ended for a single message with many ports, which are not touched', () => {
    expect([gate.refuseConnection(ours, 5000), gate.refuseConnection(ours, 5000)]).toEqual([true, true])
    expect(ended).toEqual([70])
    expect(loggerOf(app).warnings).toHaveLength(2)
  })

  it('is borne twice, and its ports are closed', () => {
    expect([gate.refuseConnection(ours, 0), gate.refuseConnection(ours, 4)]).toEqual([false, false])
    gate.connect(ours, new MemoryPort())?.receive(create)
    expect([ended, app.tcpServer.list().length]).toEqual([[], 1])
  })

  it('opens no port any more, though it may have sent it already', () => {
    gate.refuseConnection(ours, 5000)
    expect(gate.connect(ours, new MemoryPort())).toBeUndefined()
    const next = { ...ours, renderer: { id: 8, pid: 70 } }
    expect(gate.connect(next, new MemoryPort())).toBeDefined()
  })
})

it('a page that was not granted the API may ask for it as often as it is loaded', () => {
  const stranger = { ...ours, url: new URL('app://other/') }
  for (let i = 0; i < 10; i += 1) gate.connect(stranger, new MemoryPort())
  expect(ended).toEqual([])
})
