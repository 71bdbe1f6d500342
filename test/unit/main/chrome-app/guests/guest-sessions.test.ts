import type { Session } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'

const opened: string[] = []
vi.mock('electron', () => ({
  session: {
    fromPartition: (name: string) => {
      opened.push(name)
      return { name } as unknown as Session
    },
  },
}))

const { GuestSessions } = await import('../../../../../src/main/chrome-app/guests/guest-sessions.ts')

beforeEach(() => {
  opened.length = 0
})

it('an app has 64 partitions, which stay, and those of another app are others', () => {
  const prepare = vi.fn<(own: Session, name: string) => void>()
  const sessions = new GuestSessions('one', prepare)
  const names = Array.from({ length: 65 }, (_, i) => `${i % 2 === 0 ? 'persist:' : ''}${i}`)
  const first = names.map((name) => sessions.open(name))
  expect(first.slice(0, 64)).not.toContain(undefined)
  expect(first[64]).toBeUndefined()
  expect(names.map((name) => sessions.open(name))).toEqual(first)
  expect([prepare.mock.calls.length, new Set(opened).size]).toEqual([64, 64])
  const other = new GuestSessions('two', () => {})
  expect(other.open('0')).toBeDefined()
  expect(new Set(opened).size).toBe(65)
})

it('a name that is none has no partition, and counts nothing', () => {
  const sessions = new GuestSessions('one', () => {})
  for (let i = 0; i < 100; i += 1) expect(sessions.open('persist:')).toBeUndefined()
  expect(sessions.open('')).toBeDefined()
})
