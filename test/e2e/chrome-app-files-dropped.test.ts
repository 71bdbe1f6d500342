import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { until } from '../support/until.ts'

interface Described {
  readonly path: string
  readonly isWritable: boolean
  readonly writable: boolean | string
}

/** What `test/chrome-apps/drop-target/window.js` has. */
interface TargetScope {
  readonly dropped: readonly FileSystemEntry[]
  readonly ask: (method: string, argument: unknown) => Promise<unknown>
  readonly describe: (entry: FileSystemEntry | undefined, text: string) => Promise<Described>
  readonly findInside: (directory: FileSystemEntry | undefined, name: string) => Promise<FileSystemEntry>
  readonly restore: (id: string) => Promise<string>
  readonly chrome: { readonly fileSystem: { readonly retainEntry: (entry: unknown) => string } }
}

const userData = makeUserData()
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'dropped-')))
const inFolder = (...names: string[]): string => path.join(folder, ...names)
let running: RunningChromeApp
let first: Page
let second: Page

async function start(): Promise<void> {
  running = await launchChromeApp('drop-target', userData)
  await until('two windows', () => running.windows().length === 2)
  const [one, other] = running.windows()
  if (one === undefined || other === undefined) throw new Error('no windows')
  ;[first, second] = [one, other]
  for (const window of running.windows()) await window.waitForFunction(() => 'restore' in globalThis)
}

beforeAll(async () => {
  for (const name of ['inner', 'other']) fs.mkdirSync(inFolder(name))
  for (const names of [['one.txt'], ['other', 'one.txt'], ['inner', 'deep.txt'], ['two.txt']])
    fs.writeFileSync(inFolder(...names), names.join('/'))
  await start()
})
afterAll(async () => {
  await running.close()
  for (const made of [userData, folder]) fs.rmSync(made, { recursive: true, force: true })
})

/** As a user does it with a file manager. */
async function drop(window: Page, ...files: string[]): Promise<void> {
  await window.evaluate(() => Reflect.set(globalThis, 'dropped', []))
  const tools = await running.app.context().newCDPSession(window)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', { type, x: 20, y: 20, data })
  await tools.detach()
  await window.waitForFunction(
    (count) => (globalThis as unknown as TargetScope).dropped.length === count,
    files.length,
  )
}

function describeDropped(window: Page, at: number, text: string): Promise<Described> {
  return window.evaluate(
    ([index, written]) => {
      const target = globalThis as unknown as TargetScope
      return target.describe(target.dropped[index], written)
    },
    [at, text] as const,
  )
}

describe('an entry that was dropped', () => {
  it('has a path, and is writable once the app asks for it', async () => {
    await drop(first, inFolder('one.txt'), inFolder('other', 'one.txt'))
    expect(await describeDropped(first, 1, 'written')).toEqual({
      path: inFolder('other', 'one.txt'),
      isWritable: false,
      writable: true,
    })
    expect(fs.readFileSync(inFolder('other', 'one.txt'), 'utf8')).toBe('writtenne.txt')
    expect(await describeDropped(first, 0, 'WRITTEN')).toMatchObject({ path: inFolder('one.txt') })
    expect(fs.readFileSync(inFolder('one.txt'), 'utf8')).toBe('WRITTEN')
  })

  it('is known when it is dropped again, in whichever window', async () => {
    for (const window of [first, second]) {
      await drop(window, inFolder('other', 'one.txt'))
      expect(await describeDropped(window, 0, '')).toMatchObject({ path: inFolder('other', 'one.txt') })
    }
  })

  it('may be a directory, of which all is known that is in it', async () => {
    await drop(first, inFolder('inner'))
    expect(await describeDropped(first, 0, '')).toEqual({
      path: inFolder('inner'),
      isWritable: false,
      writable: 'Operation requires fileSystem.directory permission',
    })
    const deep = await first.evaluate(async () => {
      const { dropped, describe: tell, findInside } = globalThis as unknown as TargetScope
      return tell(await findInside(dropped[0], 'deep.txt'), 'DEEP')
    })
    expect(deep).toEqual({ path: inFolder('inner', 'deep.txt'), isWritable: false, writable: true })
    expect(fs.readFileSync(inFolder('inner', 'deep.txt'), 'utf8')).toBe('DEEPr/deep.txt')
  })

  it('can be retained and is there again after a start', async () => {
    await drop(second, inFolder('two.txt'))
    const id = await second.evaluate(async () => {
      const { chrome, dropped, restore } = globalThis as unknown as TargetScope
      const retained = chrome.fileSystem.retainEntry(dropped[0])
      await restore(retained)
      return retained
    })
    expect(id).toMatch(/^[\dA-F]{32}:two\.txt$/)
    await running.close()
    await start()
    const restored = await first.evaluate(
      (known) => (globalThis as unknown as TargetScope).restore(known),
      id,
    )
    expect(restored).toBe(inFolder('two.txt'))
  })
})
