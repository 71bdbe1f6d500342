import fs from 'node:fs'
import type { BrowserWindow } from 'electron'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

const frame = "{ color: '#336699', inactiveColor: '#dddddd' }"
const background = `
var create = (url, options) => chrome.app.window.create(url, options, ({ onClosed }) =>
  onClosed.addListener(() => record.push('closed ' + url)))
const innerBounds = { width: 300, height: 200 }
chrome.app.runtime.onLaunched.addListener(() => create('window.html', { innerBounds, frame: ${frame} }))
`

const folder = writeChromeApp(background, { manifest: { permissions: ['webview'] } })
const userData = makeUserData()
let running: RunningChromeApp

beforeAll(async () => {
  running = await launchChromeApp(folder, userData)
  await until('page and bar', () => find('window.html') !== undefined && find('data:') !== undefined)
})

afterAll(async () => {
  await running.close()
  for (const path of [folder, userData]) fs.rmSync(path, { recursive: true, force: true })
})

const find = (part: string): Page | undefined =>
  running.windows().find((page) => !page.isClosed() && page.url().includes(part))
const get = (part: string): Page => find(part)!

const paint = (): Promise<unknown> =>
  get('data:').evaluate(() => [document.body.style.background, document.body.style.color])

/** Something that the window of that page is, or does. */
const ask = async <Answer>(act: (window: BrowserWindow) => Answer): Promise<Answer> => {
  const opened = await running.app.browserWindow(get('data:'))
  return opened.evaluate(act)
}

const readSizes = (): Promise<unknown> =>
  get('window.html').evaluate(() => [innerWidth, innerHeight, outerWidth, outerHeight])

const open = async (): Promise<void> => {
  await running.background.evaluate(() =>
    Reflect.get(globalThis, 'create')('window.html', {
      innerBounds: { width: 300, height: 200 },
      frame: { color: '#fff' },
    }),
  )
  await until('page and bar', () => find('window.html') !== undefined && find('data:') !== undefined)
}

describe('a window with a coloured frame', () => {
  it('hands the focus on to its page', async () => {
    const handedOn = await ask((window) => {
      const page = window.contentView.children.map((view) => Reflect.get(view, 'webContents')).at(-1)
      let times = 0
      page.focus = () => {
        times += 1
      }
      window.emit('focus')
      delete page.focus
      return times
    })
    expect(handedOn).toBe(1)
  })

  it('shows a bar in the colors, above a page of the size that was asked for', async () => {
    await until('size', async () => JSON.stringify(await readSizes()) === '[300,200,300,225]')
    await ask((window) => window.focus())
    await until('active', async () => JSON.stringify(await paint()) === '["rgb(51, 102, 153)","white"]')
    await ask((window) => window.blur())
    await until('inactive', async () => JSON.stringify(await paint()) === '["rgb(221, 221, 221)","black"]')
  })

  it('grows with its page below the bar, which is not there in the full screen', async () => {
    await ask((window) => window.setSize(400, 300))
    await until('size', async () => JSON.stringify(await readSizes()) === '[400,275,400,300]')
    await ask((window) => window.setFullScreen(true))
    await until('full screen', () =>
      get('window.html').evaluate(() => innerHeight === outerHeight && innerHeight === screen.height),
    )
    await ask((window) => window.setFullScreen(false))
    await until('size', async () => JSON.stringify(await readSizes()) === '[400,275,400,300]')
  })

  it('follows its page, which changes its size', async () => {
    await get('window.html').evaluate(() => window.resizeTo(350, 260))
    await until('size', async () => JSON.stringify(await readSizes()) === '[350,235,350,260]')
  })

  it('is called what its page is called', async () => {
    await get('window.html').evaluate(() => (document.title = 'Another'))
    await until('title', async () => (await ask((window) => window.getTitle())) === 'Another')
    await get('window.html').evaluate(() => (document.title = ''))
    await until('no title', async () => (await ask((window) => window.getTitle())) === 'App')
  })

  it('shows a <webview> in its page', async () => {
    const shown = await get('window.html').evaluate(
      (source) =>
        new Promise((resolve) => {
          const view = document.body.appendChild(document.createElement('webview'))
          view.addEventListener('loadstop', () => {
            const listener = ([title]: unknown[]): void => resolve(title)
            Reflect.get(view, 'executeScript').call(view, { code: 'document.title' }, listener)
          })
          view.setAttribute('src', source)
        }),
      'data:text/html,<title>Guest</title>',
    )
    expect(shown).toBe('Guest')
  })

  it('has a bar without anything of the app', async () => {
    expect(await get('data:').evaluate(() => Object.keys(Reflect.get(globalThis, 'chrome') ?? {}))).toEqual(
      [],
    )
  })

  it('leaves the keys to the page', async () => {
    await get('data:').evaluate(() => window.focus())
    await ask((window) => (window.focus(), window.webContents.focus()))
    await until('focus', () => get('window.html').evaluate(() => document.hasFocus()))
  })

  it('goes by its button, when its page has been told, by a key, and with its page', async () => {
    const isClosed = (count: number) => async () =>
      (await running.readRecord()).filter((line) => line === 'closed window.html').length === count
    const arePagesGone = (): boolean => find('window.html') === undefined && find('data:') === undefined
    // The bar may be gone before the click is over.
    await get('data:')
      .click('a:last-child')
      .catch(() => {})
    await until('closed by its button', isClosed(1))
    await until('no pages', arePagesGone)
    await open()
    await get('window.html').evaluate(() => setTimeout(() => window.close()))
    await until('closed by its page', isClosed(2))
    await until('no pages', arePagesGone)
    await open()
    await ask((window) => window.focus())
    await running.app.evaluate(({ webContents }) => {
      const page = webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().endsWith('/window.html'))
      page?.sendInputEvent({ type: 'keyDown', keyCode: 'W', modifiers: ['control'] })
    })
    await until('closed by a key', isClosed(3))
    await until('no pages', arePagesGone)
  })
})
