import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DebugLog, isDebugged } from '../../../../src/main/watch/debug-log.ts'

describe('the variable DEBUG', () => {
  it.each([
    'electron-chrome-sockets',
    'express:*,electron-chrome-sockets',
    'a electron-chrome-sockets b',
    '*',
    'electron-*',
  ])('asks for the log as %j', (variable) => expect(isDebugged(variable)).toBe(true))

  it.each([
    undefined,
    '',
    'express',
    'electron',
    'electron-chrome-sockets-x',
    '*,-electron-chrome-sockets',
    '.*',
  ])('does not ask for it as %j', (variable) => expect(isDebugged(variable)).toBe(false))
})

describe('a log', () => {
  let lines: string[]
  let log: DebugLog

  beforeEach(() => {
    vi.useFakeTimers()
    lines = []
    log = new DebugLog((line) => lines.push(line))
  })

  afterEach(() => void vi.useRealTimers())

  it('writes so many lines in a second, then tells how many there were more', () => {
    const describeLine = vi.fn(() => 'x')
    for (let i = 0; i < 1000; i += 1) log.say(describeLine)
    expect([lines.length, describeLine.mock.calls.length]).toEqual([200, 200])
    vi.advanceTimersByTime(1000)
    expect(lines[200]).toMatch(/ electron-chrome-sockets 800 lines more in this second were left out$/)
    log.say(() => 'next')
    vi.advanceTimersByTime(1000)
    expect(lines).toHaveLength(202)
    expect(lines[201]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z electron-chrome-sockets next$/)
  })

  it('cuts long lines', () => {
    log.say(() => 'x'.repeat(100_000))
    expect(lines[0]?.length).toBeLessThan(500)
  })

  it('lets nothing steer the terminal', () => {
    log.say(() => 'a\u001B[2J\nb\u009Bc\u202Ed')
    expect(lines[0]).toMatch(/ a\\u001b\[2J\\u000ab\\u009bc\\u202ed$/)
  })
})
