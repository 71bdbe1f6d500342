import type { Session } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { FakeSession, OldFakeSession } from '../../../support/electron/fake-electron.ts'

vi.mock('electron', () => ({ BrowserWindow: {}, webContents: { getAllWebContents: () => [] } }))

const { Registrations } = await import('../../../../src/main/install/session-preload.ts')

const register = (session: object, file: string): (() => void) =>
  new Registrations().add(session as unknown as Session, file)

describe('a preload', () => {
  it('is registered on a session of today, and taken back', () => {
    const session = new FakeSession()
    const undo = register(session, '/a.cjs')
    register(session, '/b.cjs')
    expect([...session.scripts.values()].map(({ filePath }) => filePath)).toEqual(['/a.cjs', '/b.cjs'])
    undo()
    expect([...session.scripts.values()]).toEqual([{ type: 'frame', filePath: '/b.cjs' }])
  })

  it('is added to the preloads of a session before Electron 35, and taken back', () => {
    const session = new OldFakeSession()
    session.setPreloads(['/own.cjs'])
    const undo = register(session, '/a.cjs')
    expect(session.preloads).toEqual(['/own.cjs', '/a.cjs'])
    session.setPreloads([...session.preloads, '/later.cjs'])
    undo()
    expect(session.preloads).toEqual(['/own.cjs', '/later.cjs'])
    undo()
    expect(session.preloads).toEqual(['/own.cjs', '/later.cjs'])
  })

  it('that two have added stays when one of them takes it back, before Electron 35', () => {
    const session = new OldFakeSession()
    const first = register(session, '/a.cjs')
    register(session, '/a.cjs')
    first()
    expect(session.preloads).toEqual(['/a.cjs'])
  })
})

it.each([new FakeSession(), new OldFakeSession()])(
  'a preload that somebody else removes is missed',
  (fake) => {
    const session = fake as unknown as Session
    const registrations = new Registrations()
    const undo = registrations.add(session, '/a.cjs')
    expect(registrations.has(session)).toBe(true)
    if (fake instanceof FakeSession) fake.scripts.clear()
    else fake.setPreloads(['/b.cjs'])
    expect(registrations.has(session)).toBe(false)
    expect(undo).not.toThrow()
    expect(registrations.has({} as Session)).toBe(true)
  },
)
