import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { App } from '../../../../src/main/app/app.ts'
import type { Gate } from '../../../../src/main/ipc/gate.ts'
import type { Intruder, Sender } from '../../../../src/main/ipc/sender.ts'
import { protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import type { RecordingLogger } from '../../../support/pages/recording-logger.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

const session = {} as Session
const hello = { protocol: protocolVersion, contextIsolated: true }
const from = (url: string, windowId = 1): Sender => ({ session, windowId, url: new URL(url) })
const intruder: Intruder = { session, windowId: undefined, description: 'a frame inside of a page' }

let app: App
let registry: Registry
let logger: RecordingLogger
let gate: Gate

beforeEach(() => {
  app = createApp()
  logger = loggerOf(app)
  registry = new Registry()
  const includes = (candidate: Session): boolean => candidate === session
  registry.add({ app, includes, sessions: [session], origins: [parseOrigin('app://ours')] })
  gate = createGate(registry)
})

afterEach(() => app.dispose())

describe('two installations', () => {
  const strange = {} as Session
  let other: App

  beforeEach(() => {
    other = createApp()
    const includes = (candidate: Session): boolean => candidate === strange
    registry.add({ app: other, includes, sessions: [strange], origins: [parseOrigin('app://ours')] })
  })

  afterEach(() => other.dispose())

  it('hear of the faults of their own pages only', () => {
    const page = gate.connect({ ...from('app://ours/', 2), session: strange }, new MemoryPort())
    page?.receive('junk')
    gate.grant({ ...from('app://ours/', 3), session: strange }, 'no hello')
    expect([logger.warnings, logger.errors]).toEqual([[], []])
    expect([loggerOf(other).warnings, loggerOf(other).errors]).toMatchObject([{ length: 1 }, { length: 1 }])
  })

  it('hear of the strangers in their own session only, and both of those in neither', () => {
    const loggers = [logger, loggerOf(other)]
    const count = (): number[] => loggers.map(({ warnings }) => warnings.length)
    gate.grant({ ...from('https://evil.test/'), session: strange }, hello)
    expect(count()).toEqual([0, 1])
    gate.grant(from('https://evil.test/'), hello)
    expect(count()).toEqual([1, 1])
    gate.grant({ ...from('https://evil.test/'), session: {} as Session }, hello)
    gate.connect({ ...intruder, session: undefined }, new MemoryPort())
    expect(count()).toEqual([3, 3])
  })
})
