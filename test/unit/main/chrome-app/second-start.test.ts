import { spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeptFolder } from '../../../../src/main/chrome-app/kept-folder.ts'

/** Both processes: the second asks, and the first hears of it where it is there. */
class FakeProgram extends EventEmitter {
  /** How often the first still has the program's data when the second asks. */
  refusals = Infinity
  readonly asked: unknown[] = []
  /** What happens in the moment when it is given the data. */
  given: () => void = () => {}
  released = 0

  releaseSingleInstanceLock(): void {
    this.released += 1
  }

  requestSingleInstanceLock(start: unknown): boolean {
    this.asked.push(start)
    if (this.asked.length > this.refusals) {
      this.given()
      return true
    }
    this.emit('second-instance', {}, [], '', JSON.parse(JSON.stringify(start)))
    return false
  }
}

const program = new FakeProgram()
vi.doMock('electron', () => ({ app: program }))
const { askForStart, hearStarts } = await import('../../../../src/main/chrome-app/second-start.ts')

let place: string
let folder: KeptFolder
const start = { chromeAppId: 'abc', files: ['a.txt'], isOther: () => false, begin: () => {} }

beforeEach(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
  folder = new KeptFolder(place, console)
})
afterEach(() => {
  program.removeAllListeners()
  program.asked.length = 0
  program.refusals = Infinity
  program.given = () => {}
  program.released = 0
  fs.rmSync(place, { recursive: true })
  vi.restoreAllMocks()
})

/** A first process that launches what it is asked for the nth time. */
function hear(nth = 1): string[] {
  const launched: string[] = []
  let asked = 0
  hearStarts(folder, (id, files) => {
    asked += 1
    if (asked < nth) return false
    launched.push(`${id} ${files.join()}`)
    return true
  })
  return launched
}

describe('a second start', () => {
  it('ends when the first has launched the app, each time', () => {
    const launched = hear()
    expect(askForStart(folder, start)).toBe('launched')
    expect(askForStart(folder, start)).toBe('launched')
    expect(launched).toEqual(['abc a.txt', 'abc a.txt'])
  })

  it('is the first when the other has gone, which did not launch the app any more', () => {
    const launched = hear(Infinity)
    program.refusals = 2
    expect(askForStart(folder, start)).toBe('first')
    expect(launched).toEqual([])
  })

  it('has begun before another asks', () => {
    program.refusals = 1
    const turns: string[][] = []
    expect(askForStart(folder, { ...start, begin: () => turns.push(fs.readdirSync(place)) })).toBe('first')
    expect(turns).toEqual([['chrome-apps-start']])
    expect(fs.readdirSync(place)).toEqual([])
  })

  it('asks a program that is not so far yet again', () => {
    const launched = hear(3)
    expect(askForStart(folder, start)).toBe('launched')
    expect(launched).toHaveLength(1)
  })

  it('launches the app once, however often it asks', () => {
    const launched = hear()
    askForStart(folder, start)
    program.emit('second-instance', {}, [], '', program.asked[0])
    expect(launched).toHaveLength(1)
  })

  const markEnding = (pid: number): unknown =>
    folder.replace('chrome-apps-ending.json', { at: Date.now(), pid })
  const ended = spawnSync(process.execPath, ['--version']).pid

  it('does not ask for data that a process still has which ends', () => {
    program.refusals = 0
    markEnding(process.ppid)
    let looks = 0
    const isOther = (): boolean => {
      looks += 1
      expect(program.asked).toEqual([])
      if (looks === 2) markEnding(ended)
      return false
    }
    expect(askForStart(folder, { ...start, isOther })).toBe('first')
    expect([looks, program.released]).toEqual([2, 0])
  })

  it('gives data back that it was given while another process still has them, and asks again', () => {
    program.refusals = 0
    program.given = () => {
      markEnding(process.ppid)
      program.given = () => {}
    }
    let begun = 0
    const isOther = (): boolean => {
      expect([program.released, begun]).toEqual([1, 0])
      markEnding(ended)
      return false
    }
    expect(askForStart(folder, { ...start, isOther, begin: () => (begun += 1) })).toBe('first')
    expect([program.asked.length, program.released, begun]).toEqual([2, 1, 1])
  })

  it('of another app does not wait', () => {
    expect(askForStart(folder, { ...start, isOther: () => true })).toBe('other')
  })

  it('is given up where nobody answers', () => {
    const begun = performance.now()
    vi.spyOn(performance, 'now')
      .mockReturnValueOnce(begun)
      .mockReturnValue(begun + 30_000)
    expect(askForStart(folder, start)).toBe('unanswered')
    expect(program.asked).toHaveLength(1)
  })
})

describe('a first process', () => {
  it('passes over what is no start of an app', () => {
    const launched = hear()
    for (const said of [
      undefined,
      {},
      { chromeAppId: 'abc', files: [] },
      { chromeAppId: 1, files: [], ticket: 'a' },
    ])
      program.emit('second-instance', {}, [], '', said)
    expect(launched).toEqual([])
  })

  it('remembers a hundred', () => {
    hear()
    for (let i = 0; i < 150; i += 1)
      program.emit('second-instance', {}, [], '', { chromeAppId: 'abc', files: [], ticket: `${i}` })
    const kept: unknown = JSON.parse(fs.readFileSync(path.join(place, 'chrome-apps-launched.json'), 'utf8'))
    expect(kept).toEqual(Array.from({ length: 100 }, (_, i) => `${i + 50}`))
  })
})
