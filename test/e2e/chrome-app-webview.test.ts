import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

/** What a `<webview>` has, as the tests use it. */
interface Webview extends HTMLElement {
  src: string
  executeScript: (details: object, callback?: (results?: unknown[]) => void) => boolean
  insertCSS: (details: object, callback?: () => void) => boolean
}

let running: RunningChromeApp
let page: Page
let origin: string

const pages: Readonly<Record<string, string>> = {
  '/': '<!doctype html><title>Guest</title><p>Hello',
  '/frames': '<!doctype html><title>Frames</title><iframe src="/"></iframe>',
}

const server = http.createServer(({ url = '' }, response) => {
  if (url === '/redirect') response.writeHead(302, { location: '/' }).end()
  else response.writeHead(200, { 'content-type': 'text/html' }).end(pages[url] ?? pages['/'])
})

const folder = writeChromeApp(
  "chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))",
  {
    manifest: { permissions: ['webview'] },
    files: { 'inject.js': 'document.title + " of a file"' },
  },
)

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  running = await launchChromeApp(folder)
  await until('window', () => running.windows().some((each) => each.url().endsWith('/window.html')))
  page = running.windows()[0] as Page
  await page.waitForLoadState()
})

afterAll(async () => {
  await running.close()
  server.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Every event of a new `<webview>` until the last of those named, with its own fields. */
const watch = (src: string, last = 'loadstop'): Promise<unknown[]> =>
  page.evaluate(
    async ([address, end]) => {
      const names = [
        'consolemessage',
        'contentload',
        'loadabort',
        'loadcommit',
        'loadredirect',
        'loadstart',
        'loadstop',
      ]
      const view = document.createElement('webview') as HTMLElement as Webview
      const heard: unknown[] = []
      const ended = new Promise<void>((resolve) => {
        for (const name of names)
          view.addEventListener(name, (event) => {
            const keys = Object.keys(event).filter((key) => key !== 'isTrusted')
            heard.push([
              name,
              Object.fromEntries(keys.map((key) => [key, Reflect.get(event, key) as unknown])),
            ])
            if (name === end) resolve()
          })
      })
      view.src = address
      document.body.replaceChildren(view)
      await ended
      return heard
    },
    [src, last] as const,
  )

describe('a <webview>', () => {
  it('tells what it loads', async () => {
    expect(await watch(`${origin}/`)).toEqual([
      ['loadstart', { url: `${origin}/`, isTopLevel: true }],
      ['loadcommit', { url: `${origin}/`, isTopLevel: true }],
      ['contentload', {}],
      ['loadstop', {}],
    ])
  })

  it('runs scripts, in a world of their own', async () => {
    const run = (details: object): Promise<unknown> =>
      page.evaluate(
        (given) =>
          new Promise((resolve) => {
            const view = document.querySelector<HTMLElement>('webview') as Webview
            view.executeScript(given, (results) => resolve(results ?? chrome.runtime.lastError?.message))
          }),
        details,
      )
    expect(await run({ code: 'globalThis.mine = 1; document.title' })).toEqual(['Guest'])
    expect(await run({ code: 'mine' })).toEqual([1])
    expect(await run({ file: 'inject.js' })).toEqual(['Guest of a file'])
    expect(await run({ code: 'throw new Error()' })).toEqual([null])
    expect(await run({ file: '../secret.js' })).toBe('Failed to load file: "../secret.js". ')
    expect(await run({})).toBe('No source code or file specified.')
  })

  it('is as large as in Chrome, unless the page says otherwise', async () => {
    const measure = (): Promise<unknown> =>
      page.evaluate(() => {
        const view = document.querySelector('webview') as HTMLElement
        const { display, height, width } = getComputedStyle(view)
        return [display, width, height, view.shadowRoot?.querySelector('iframe')?.clientHeight]
      })
    expect(await measure()).toEqual(['inline-block', '300px', '300px', 300])
    const style = await page.addStyleTag({
      content: 'webview { display: block; height: 200px; width: auto }',
    })
    expect(await measure()).toEqual(['block', expect.stringMatching(/^\d+px$/), '200px', 200])
    await style.evaluate((element) => element.parentNode?.removeChild(element))
  })
})
