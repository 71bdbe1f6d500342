import type { Session } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { App } from '../../../../src/main/app/app.ts'
import type { Refusal } from '../../../../src/main/types.ts'
import type { Gate } from '../../../../src/main/ipc/gate.ts'
import type { Sender } from '../../../../src/main/ipc/sender.ts'
import { protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { createApp } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

const session = {} as Session
const hello = { protocol: protocolVersion, contextIsolated: true }
const from = (url: string): Sender => ({ session, windowId: 1, url: new URL(url) })

const frame = { session, windowId: undefined, description: 'a frame inside of a page' }

let gate: Gate
let refusals: Refusal[]

beforeEach(() => {
  const registry = new Registry()
  const app: App = createApp()
  registry.add({ app, includes: () => true, origins: [parseOrigin('app://ours')], sessions: [session] })
  gate = createGate(registry)
  const heard: Refusal[] = []
  refusals = heard
  app.watch.events.on('refused', (refusal) => heard.push(refusal))
})

describe('who watches an app hears', () => {
  it('of a page that belongs to nobody', async () => {
    gate.grant(from('https://other.test/page'), hello)
    await takeTurns(1)
    expect(refusals).toEqual([
      {
        reason: 'page',
        url: 'https://other.test/page',
        message: expect.stringMatching(/^https:\/\/other\.test gets no/),
      },
    ])
  })

  it.each([
    ['of a file without what a query may hold', 'file:///a/page.html?secret#secret', 'file:///a/page.html'],
    ['of a file of 300 characters', `file:///${'d'.repeat(5000)}`, `file:///${'d'.repeat(292)}`],
    ['of 300 characters', `https://other.test/${'p'.repeat(5000)}`, `https://other.test/${'p'.repeat(281)}`],
  ])('of a page by its address, %s', async (_what, address, told) => {
    gate.grant(from(address), hello)
    await takeTurns(1)
    expect(refusals).toEqual([{ reason: 'page', url: told, message: expect.not.stringContaining('secret') }])
    for (const refusal of refusals)
      expect('message' in refusal ? refusal.message.length : Infinity).toBeLessThan(500)
  })

  it('of a page of the app that may not have the API', async () => {
    gate.grant(from('app://ours/index.html'), { ...hello, contextIsolated: false })
    await takeTurns(1)
    expect(refusals).toMatchObject([
      { reason: 'page', url: 'app://ours/index.html', message: expect.stringContaining('contextIsolation') },
    ])
  })

  it('of a connection without a grant', async () => {
    expect(gate.connect(from('https://other.test/'), new MemoryPort())).toBeUndefined()
    expect(gate.connect(frame, new MemoryPort())).toBeUndefined()
    await takeTurns(1)
    expect(refusals).toMatchObject([
      { reason: 'page', url: 'https://other.test/' },
      { reason: 'page', url: '', message: expect.stringContaining('a frame inside of a page') },
    ])
  })

  it('of a malformed message, after which the page is not heard any more', async () => {
    const port = new MemoryPort()
    const listener = gate.connect(from('app://ours/index.html'), port)
    listener?.receive('nonsense')
    listener?.receive([-1])
    await takeTurns(1)
    expect(refusals).toEqual([{ reason: 'message', message: 'refused a malformed message of a page' }])
    expect(port.closed).toBe(true)
  })
})
