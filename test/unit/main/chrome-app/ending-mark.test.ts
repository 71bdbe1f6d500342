import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetEnding, isEnding, markEnding } from '../../../../src/main/chrome-app/ending-mark.ts'
import { KeptFolder } from '../../../../src/main/chrome-app/kept-folder.ts'

let place: string
let folder: KeptFolder

beforeEach(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
  folder = new KeptFolder(place, console)
})
afterEach(() => fs.rmSync(place, { recursive: true }))

const mark = (pid: number | undefined, at = Date.now()): boolean =>
  folder.replace('chrome-apps-ending.json', { at, pid })

describe('a process that has given the data up', () => {
  it('has them until it has ended, or somebody else has them', () => {
    expect(isEnding(folder)).toBe(false)
    mark(process.ppid)
    expect(isEnding(folder)).toBe(true)
    forgetEnding(folder)
    expect(isEnding(folder)).toBe(false)
  })

  it('has them no more once it has ended', () => {
    mark(spawnSync(process.execPath, ['--version']).pid)
    expect(isEnding(folder)).toBe(false)
  })

  it.each([
    ['as long as no process needs', -25_001],
    ['a clock that has been put back since', 3_600_000],
  ])('does not have them after %s: its id is that of another one', (_what, time) => {
    mark(process.ppid, Date.now() + time)
    expect(isEnding(folder)).toBe(false)
  })

  it('is not this one, which has the same id in a container that is started again', () => {
    markEnding(folder)
    expect(fs.readFileSync(path.join(place, 'chrome-apps-ending.json'), 'utf8')).toContain(`${process.pid}`)
    expect(isEnding(folder)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('has ended though nobody has asked for its exit code', async () => {
    // Whoever has started it never asks.
    const script = 'sleep 0 & echo $!; exec sleep 60'
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]
    mark(Number(line))
    while (isEnding(folder)) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(() => process.kill(Number(line), 0)).not.toThrow()
    parent.kill('SIGKILL')
  })
})
