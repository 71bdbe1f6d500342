import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { doInTurn } from '../../../../src/main/chrome-app/start-turn.ts'

let place: string
let link: string

beforeEach(() => {
  place = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-')), 'data')
  link = path.join(place, 'chrome-apps-start')
})
afterEach(() => {
  fs.rmSync(path.dirname(place), { recursive: true })
  vi.restoreAllMocks()
})

const list = (): string[] => fs.readdirSync(place)

describe('the turn of a process that starts', () => {
  it('is its own while it acts, in a folder that is there or not', () => {
    for (const found of [1, 2]) {
      expect(doInTurn(place, () => [found, fs.readlinkSync(link)])).toEqual([found, `${process.pid}`])
      expect(list()).toEqual([])
    }
  })

  it('is over where it throws', () => {
    const fail = (): never => {
      throw new Error('boom')
    }
    expect(() => doInTurn(place, fail)).toThrow('boom')
    expect(list()).toEqual([])
  })

  it('is taken from a process that has ended', () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    fs.mkdirSync(place)
    fs.symlinkSync(`${pid}`, link)
    expect(doInTurn(place, list)).toEqual(['chrome-apps-start'])
    expect(list()).toEqual([])
  })

  it.each([
    ['that has had it for longer than any needs it', -26],
    ['of before the clock was put back', 3600],
  ])('is taken from a process %s: its id is that of another one', (_which, seconds) => {
    fs.mkdirSync(place)
    fs.symlinkSync(`${process.ppid}`, link)
    const time = Date.now() / 1000 + seconds
    fs.lutimesSync(link, time, time)
    expect(doInTurn(place, () => fs.readlinkSync(link))).toBe(`${process.pid}`)
    expect(list()).toEqual([])
  })

  it('comes when the process that has it is through', async () => {
    fs.mkdirSync(place)
    const script = `
      fs.symlinkSync(String(process.pid), process.argv[1])
      console.log('has it')
      setTimeout(() => fs.rmSync(process.argv[1]), 100)`
    const other = spawn(process.execPath, ['-e', script, link], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(other.stdout, 'data')
    expect(doInTurn(place, () => fs.readlinkSync(link))).toBe(`${process.pid}`)
    await once(other, 'exit')
  })

  it('is not waited for any longer than Electron waits', () => {
    const begun = performance.now()
    vi.spyOn(performance, 'now')
      .mockReturnValueOnce(begun)
      .mockReturnValue(begun + 25_000)
    fs.mkdirSync(place)
    fs.symlinkSync(`${process.pid}`, link)
    expect(doInTurn(place, list)).toEqual(['chrome-apps-start'])
    expect(fs.readlinkSync(link)).toBe(`${process.pid}`)
  })

  it('is done without where nothing can be written', () => {
    fs.writeFileSync(place, '')
    expect(doInTurn(place, () => 'done')).toBe('done')
  })
})
