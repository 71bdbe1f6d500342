import type { Session } from 'electron'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { maxFrames, Registry } from '../../../../src/main/ipc/registry.ts'
import type { App } from '../../../../src/main/app/app.ts'
import type { Gate } from '../../../../src/main/ipc/gate.ts'
import type { Sender } from '../../../../src/main/ipc/sender.ts'
import { protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import type { RecordingLogger } from '../../../support/pages/recording-logger.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

const session = {} as Session
const hello = { protocol: protocolVersion, contextIsolated: true }
const ours: Sender = { session, windowId: 1, url: new URL('app://ours/index.html') }
const create = { kind: 'call', id: 1, method: 'tcpServer.create', args: [{ name: 'x' }] }

const inFrame = (frameId: number, above = ours.url.href): Sender => ({
  ...ours,
  frameId,
  above: [new URL(above)],
})

let app: App
let logger: RecordingLogger
let gate: Gate

beforeEach(() => {
  app = createApp()
  logger = loggerOf(app)
  const registry = new Registry()
  const includes = (candidate: Session): boolean => candidate === session
  const origins = [parseOrigin('app://ours')]
  registry.add({ app, frames: true, includes, sessions: [session], origins })
  gate = createGate(registry)
})

afterEach(() => app.dispose())

it('a frame has the API beside its page, until the page goes', async () => {
  const [page, frame] = [new MemoryPort(), new MemoryPort()]
  gate.connect(ours, page)
  expect(gate.grant(inFrame(2), hello)).toMatchObject({ granted: true })
  gate.connect(inFrame(2), frame)?.receive([0, undefined, create])
  await takeTurns(2)
  expect([frame.replies.length, page.closed, logger.warnings]).toEqual([1, false, []])
  gate.grant(ours, hello)
  expect([frame.closed, page.closed, app.tcpServer.list()]).toEqual([true, true, []])
})

it('a frame ends when its next document says hello, whatever that is, and its page does not', () => {
  const [page, frame] = [new MemoryPort(), new MemoryPort()]
  gate.connect(ours, page)
  gate.connect(inFrame(2), frame)
  gate.grant({ session, windowId: 1, frameId: 2, description: 'sandboxed' }, hello)
  expect([frame.closed, page.closed]).toEqual([true, false])
})

it('a frame in a page of another origin has none, and main says why', () => {
  expect(gate.grant(inFrame(2, 'https://evil.test/'), hello)).toEqual({ granted: false })
  expect(logger.warnings).toEqual([
    'electron-chrome-sockets: a frame inside of a page, of app://ours gets no chrome.sockets: it is in a page that gets none',
  ])
})

it('of frames that are too many the last have none, and page and main say why', () => {
  gate.connect(ours, new MemoryPort())
  for (let id = 1; id <= maxFrames; id += 1) expect(gate.connect(inFrame(id), new MemoryPort())).toBeDefined()
  const last = inFrame(maxFrames + 1)
  const reason = 'electron-chrome-sockets: this window has 64 frames with chrome.sockets already'
  expect(gate.grant(last, hello)).toEqual({ granted: false, reason })
  expect(logger.errors).toEqual([[reason]])
  expect(gate.connect(last, new MemoryPort())).toBeUndefined()
})
