import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

const background = `
const note = (...words) => record.push(words.join(' '))
note('at first', typeof chrome.serial)
chrome.app.runtime.onLaunched.addListener(() => {
  chrome.alarms.getAll((alarms) => {
    note('alarms', ...alarms.map(({ name }) => name))
    chrome.app.window.create('window.html')
  })
})
chrome.alarms.onAlarm.addListener(({ name }) => note('alarm', name))
chrome.notifications.onClicked.addListener((id) => note('clicked', id))
chrome.notifications.onButtonClicked.addListener((id, index) => note('button', id, index))
chrome.notifications.onClosed.addListener((id, byUser) => note('closed', id, byUser))
chrome.contextMenus.onClicked.addListener(({ menuItemId }) => note('menu', menuItemId))
`

const permissions = ['alarms', 'browser', 'contextMenus', 'notifications', 'power', 'serial', 'usb', 'gcm']

/** Runs the folder as the command \`run\` does, with a namespace of the program's own. */
const main = `
const path = require('node:path')
const { app } = require('electron')
const { runChromeApp } = require(${JSON.stringify(path.resolve(root, 'dist/app.cjs'))})
const directory = process.argv.at(-1)
globalThis.warnings = []
const logger = { warn: (text) => globalThis.warnings.push(text), error: console.error }
void runChromeApp({ directory, files: [], logger, provide: { 'chrome.serial': path.join(directory, 'serial.js') } })
`

const serial = `chrome.serial = { answer: () => chrome.runtime.getManifest().name }`

let folder: string
let userData: string
let running: RunningChromeApp
let page: Page

async function start(): Promise<void> {
  running = await launchChromeApp(folder, userData, path.join(folder, 'main.cjs'))
  await until('window', () => running.windows().length === 1)
  page = running.windows()[0]!
  await page.waitForLoadState()
}

const recorded = (line: string): Promise<void> =>
  until(line, async () => (await running.readRecord()).includes(line))

/** Calls of \`chrome\` in the background page, by their paths. */
const ask = (method: string, ...args: unknown[]): Promise<unknown> =>
  running.background.evaluate(
    ([path_, given]) => {
      const keys = path_.split('.')
      const key = keys.pop() ?? ''
      const owner = keys.reduce<unknown>(
        (place, name) => Reflect.get(place as object, name),
        Reflect.get(globalThis, 'chrome'),
      )
      return Reflect.apply(Reflect.get(owner as object, key) as () => unknown, owner, given) as unknown
    },
    [method, args] as const,
  )

beforeAll(async () => {
  userData = makeUserData()
  folder = writeChromeApp(background, {
    manifest: { permissions },
    files: { 'main.cjs': main, 'serial.js': serial },
  })
  await start()
})
afterAll(async () => {
  await running.close()
  for (const made of [folder, userData]) fs.rmSync(made, { recursive: true, force: true })
})

describe('an app that uses the machine', () => {
  it('is told once what its manifest asks for in vain, and has what the program provides', async () => {
    expect(await running.app.evaluate(() => Reflect.get(globalThis, 'warnings') as unknown)).toEqual([
      "electron-chrome-sockets: the app's manifest asks for what is not there: usb, gcm",
    ])
    await recorded('at first object')
    expect(await ask('serial.answer')).toBe('App')
    expect(
      await page.evaluate(() =>
        ['serial', 'usb', 'gcm'].map((key) => key in Reflect.get(globalThis, 'chrome')),
      ),
    ).toEqual([true, false, false])
  })

  it('opens addresses in programs of the user', async () => {
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Reflect.set(globalThis, 'opened', opened)
      shell.openExternal = (url) => {
        opened.push(url)
        return Promise.resolve()
      }
    })
    await ask('browser.openTab', { url: 'https://example.test/a' })
    await expect(ask('browser.openTab', { url: 'file:///etc/passwd' })).rejects.toThrow('Invalid url')
    expect(await running.app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)).toEqual([
      'https://example.test/a',
    ])
  })

  it('keeps the machine awake, and lets it sleep', async () => {
    const isAwake = (): Promise<boolean> =>
      running.app.evaluate(({ powerSaveBlocker }) =>
        Array.from({ length: 20 }, (_, id) => powerSaveBlocker.isStarted(id)).includes(true),
      )
    expect(await isAwake()).toBe(false)
    await ask('power.requestKeepAwake', 'system')
    await until('awake', isAwake)
    await ask('power.releaseKeepAwake')
    await until('released', async () => !(await isAwake()))
  })

  it('shows notifications, and is told what the user does with them', async () => {
    await running.app.evaluate(({ Notification }) => {
      const shown: Electron.Notification[] = []
      Reflect.set(globalThis, 'shown', shown)
      Notification.isSupported = () => true
      Notification.prototype.show = function show(this: Electron.Notification) {
        shown.push(this)
      }
    })
    const act = (event: string, ...args: unknown[]): Promise<unknown> =>
      running.app.evaluate(
        (_electron, [name, given]) => {
          const shown = Reflect.get(globalThis, 'shown') as Electron.Notification[]
          const last = shown.at(-1)!
          last.emit(name, {}, ...given)
          return [shown.length, last.title, last.body]
        },
        [event, args] as const,
      )
    const iconUrl =
      'data:image/svg+xml,' +
      encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const options = { type: 'progress', iconUrl, title: 'T', message: 'M', progress: 10 }
    expect(await ask('notifications.create', 'n', options)).toBe('n')
    expect(await act('click')).toEqual([1, 'T', 'M\n10 %'])
    await recorded('clicked n')
    expect(await ask('notifications.update', 'n', { progress: 20 })).toBe(true)
    expect(await act('action', 1)).toEqual([2, 'T', 'M\n20 %'])
    await recorded('button n 1')
    await act('close')
    await recorded('closed n true')
    expect(await ask('notifications.getAll')).toEqual({})
  })

  it('has its items in the menus of its windows', async () => {
    await page.evaluate(() => {
      document.body.innerHTML =
        '<h1>title</h1><p style="user-select: text">words</p><textarea>text</textarea>'
      const place = document.createElement('iframe')
      place.srcdoc = '<body>'
      document.body.append(place)
    })
    for (const context of ['page', 'selection', 'editable', 'frame'])
      await ask('contextMenus.create', { id: context, title: `${context} %s`, contexts: [context] })
    await ask('contextMenus.update', 'page', {})
    await running.app.evaluate(({ Menu }) => {
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        Reflect.set(globalThis, 'popped', this)
      }
    })
    const readMenu = async (selector: string): Promise<unknown> => {
      await running.app.evaluate(() => Reflect.deleteProperty(globalThis, 'popped'))
      await page.click(selector, { button: 'right' })
      const read = () =>
        running.app.evaluate(() => {
          const popped = Reflect.get(globalThis, 'popped') as Electron.Menu | undefined
          return popped?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label)
        })
      await until('menu', async () => (await read()) !== undefined)
      return read()
    }
    expect(await readMenu('h1')).toEqual(['page '])
    expect(await readMenu('iframe')).toEqual(['page ', 'frame '])
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p')!))
    expect(await readMenu('p')).toEqual(['Copy', 'selection words'])
    await running.app.evaluate(() => {
      const popped = Reflect.get(globalThis, 'popped') as Electron.Menu
      popped.items.at(-1)?.click()
    })
    await recorded('menu selection')
    const editing = ['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Paste as plain text', 'Select all']
    expect(await readMenu('textarea')).toEqual([...editing, 'editable '])
    await running.app.evaluate(() => {
      const popped = Reflect.get(globalThis, 'popped') as Electron.Menu
      popped.items.find(({ label }) => label === 'Select all')?.click()
    })
    await until('selection', () => page.evaluate(() => getSelection()?.toString() === 'text'))
  })

  it('opens many windows without a warning of the program', async () => {
    await running.app.evaluate(() => {
      const told: string[] = []
      Reflect.set(globalThis, 'told', told)
      process.on('warning', ({ message }) => told.push(message))
    })
    const open = () => ask('app.window.create', 'window.html', { hidden: true })
    await Promise.all(Array.from({ length: 12 }, open))
    expect(await running.app.evaluate(() => Reflect.get(globalThis, 'told') as unknown)).toEqual([])
  })

  it('has alarms, which keep the program and are there when it is started again', async () => {
    await recorded('alarms')
    await ask('alarms.create', 'now', { when: 0 })
    await recorded('alarm now')
    await ask('alarms.create', 'later', { delayInMinutes: 600 })
    await running.close()
    await start()
    await recorded('alarms later')
  })
})
