import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchChromeApp, makeUserData, startAgain } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { until } from '../support/until.ts'

let userData: string
let folder: string
let running: RunningChromeApp

beforeEach(() => {
  userData = makeUserData()
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'chosen-')))
})
afterEach(async () => {
  await running.close()
  for (const made of [userData, folder]) fs.rmSync(made, { recursive: true, force: true })
})

const readRecord = (): Promise<string[]> =>
  running.background.evaluate(() => (Reflect.get(globalThis, 'record') ?? []) as string[])

const recorded = (line: string): Promise<void> => until(line, async () => (await readRecord()).includes(line))

async function start(app: string, ...files: string[]): Promise<void> {
  running = await launchChromeApp(app, userData, 'dist/run-app.js', [], files)
}

async function findWindow(): Promise<Page> {
  await until('window', () => running.windows().length > 0)
  const [window] = running.windows()
  if (window === undefined) throw new Error('no window')
  await window.waitForLoadState()
  return window
}

/** What the user does in the next dialogs; undefined cancels. */
function answerDialogs(chosen: string | undefined): Promise<void> {
  return running.app.evaluate(({ dialog }, file) => {
    const filePaths = file === undefined ? [] : [file]
    const canceled = file === undefined
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths })
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: file ?? '' })
  }, chosen)
}

describe('an editor', () => {
  it('opens a file, saves it, and opens it again when it is started again', async () => {
    const file = path.join(folder, 'letter.txt')
    fs.writeFileSync(file, 'Dear reader, this is long')
    await start('editor')
    await answerDialogs(file)
    const window = await findWindow()
    await recorded('starts empty')
    await window.click('#open')
    await recorded('shows letter.txt')
    expect(await window.textContent('#path')).toBe(file)
    expect(await window.inputValue('#text')).toBe('Dear reader, this is long')
    await window.fill('#text', 'Dear reader')
    await window.click('#save')
    await until('saved', () => fs.readFileSync(file, 'utf8') === 'Dear reader')
    await running.close()

    await start('editor')
    await recorded('shows letter.txt')
    expect(await (await findWindow()).inputValue('#text')).toBe('Dear reader')
  })

  it('makes the file that it saves to, and is told when nothing is chosen', async () => {
    await start('editor')
    const window = await findWindow()
    await answerDialogs(undefined)
    await window.fill('#text', 'new')
    await window.click('#save')
    await recorded('saveFile: User cancelled')
    await answerDialogs(path.join(folder, 'new.txt'))
    await window.click('#save-as')
    await until('saved', () => fs.existsSync(path.join(folder, 'new.txt')))
    await recorded('shows new.txt')
    expect(fs.readFileSync(path.join(folder, 'new.txt'), 'utf8')).toBe('new')
  })

  it('opens the file that it is started with, and those that come later', async () => {
    const [first, second, third] = ['first.txt', 'second.log', 'third.txt'].map((name) => {
      fs.writeFileSync(path.join(folder, name), name)
      return path.join(folder, name)
    })
    await start('editor', first ?? '')
    await recorded('given text text/plain /first.txt')
    await recorded('shows first.txt')
    expect(await (await findWindow()).inputValue('#text')).toBe('first.txt')
    const launched = await running.background.evaluate(() => Reflect.get(globalThis, 'launched') as string)
    expect(launched).toBe(
      'isDemoSession,isKioskSession,isPublicSession,source,actionData,id,items file_handler',
    )
    await startAgain('editor', userData, [second ?? ''])
    await recorded('given text application/octet-stream /second.log')
    await running.app.evaluate(({ app }, file) => {
      app.emit('open-file', { preventDefault: () => {} }, file)
    }, third)
    await recorded('given text text/plain /third.txt')
  })

  it('is launched as ever with a file that it does not handle', async () => {
    fs.writeFileSync(path.join(folder, 'picture.png'), '')
    await start('editor', path.join(folder, 'picture.png'))
    await recorded('starts empty')
  })

  it('is not given a link', async () => {
    await start('editor')
    const window = await findWindow()
    fs.symlinkSync('/etc/passwd', path.join(folder, 'link.txt'))
    await answerDialogs(path.join(folder, 'link.txt'))
    await window.click('#open')
    await recorded('openWritableFile: Error opening link.txt')
  })
})

describe('a file server', () => {
  const get = async (file: string): Promise<[number, string]> => {
    const port = await running.background.evaluate(() => Reflect.get(globalThis, 'port') as number)
    const response = await fetch(`http://127.0.0.1:${port}/${file}`)
    return [response.status, await response.text()]
  }

  it('serves the folder that was chosen once, without a window, and nothing outside of it', async () => {
    fs.writeFileSync(path.join(folder, 'page.html'), '<p>hello</p>')
    fs.mkdirSync(path.join(folder, 'inner'))
    fs.writeFileSync(path.join(folder, 'inner', 'large.bin'), Buffer.alloc(3_000_001, 'x'))
    fs.symlinkSync('/etc', path.join(folder, 'etc'))
    await start('file-server')
    await answerDialogs(folder)
    const window = await findWindow()
    await window.click('#choose')
    await recorded(`serves /${path.basename(folder)}`)
    await running.close()

    await start('file-server')
    await recorded(`serves /${path.basename(folder)}`)
    await recorded('listens')
    expect(running.windows()).toEqual([])
    expect(await get('page.html')).toEqual([200, '<p>hello</p>'])
    expect((await get('inner/large.bin'))[1]).toBe('x'.repeat(3_000_001))
    expect(await get('etc/passwd')).toEqual([404, ''])
    expect(await get('%2e%2e/%2e%2e/etc/passwd')).toEqual([404, ''])
    expect(await get('inner')).toEqual([404, ''])
  })
})
