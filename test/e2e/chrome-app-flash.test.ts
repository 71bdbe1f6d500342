import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NativeImage } from 'electron'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

const side = 200
/** A film that keeps the page from having loaded until it is answered. */
const films: http.ServerResponse[] = []
const server = http.createServer((_request, response) => films.push(response))
const userData = makeUserData()
let folder = ''
let running: RunningChromeApp

/** In text of Chrome's size for apps the red ends 15 points above, in the browser's own 10 points below what is looked at. */
const writePage = (film: string): string => `<!doctype html>
<style>html { background: lime } body { margin: 0 } div { background: red; height: 6.25em } video { display: none }</style>
<script src="paint.js"></script>
<div></div>
<video src="${film}" preload="auto"></video>
`
const paintAgain = `
var frames = 0
const paint = () => {
  frames += 1
  document.documentElement.style.background = frames % 2 === 0 ? 'lime' : 'rgb(0 240 0)'
  requestAnimationFrame(paint)
}
paint()
`

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const film = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const files = { 'window.html': writePage(film), 'paint.js': paintAgain }
  folder = writeChromeApp('chrome.app.runtime.onLaunched.addListener(() => {})', { files })
  running = await launchChromeApp(folder, userData)
})

afterAll(async () => {
  await running.close()
  server.closeAllConnections()
  server.close()
  for (const path of [folder, userData]) fs.rmSync(path, { recursive: true, force: true })
})

/** The colours that a place of a new window has in all its frames. */
const watchPainting = (): Promise<void> =>
  running.app.evaluate(({ app }) => {
    const colors: string[] = []
    Object.assign(globalThis, { colors })
    const look = (image: NativeImage): void => {
      const { height, width } = image.getSize()
      const at = (Math.floor(height * 0.45) * width + Math.floor(width / 2)) * 4
      const [blue = 0, green = 0, red = 0] = image.toBitmap().subarray(at, at + 3)
      if (red !== green || green !== blue) colors.push(red > green ? 'red' : 'lime')
    }
    app.once('browser-window-created', (_event, { webContents }) =>
      webContents.beginFrameSubscription(false, look),
    )
  })

const readColors = (): Promise<string[]> =>
  running.app.evaluate(() => Reflect.get(globalThis, 'colors') as string[])

it('no frame of a window is without the style sheet of apps', async () => {
  await watchPainting()
  await running.background.evaluate((size) => {
    const innerBounds = { width: size, height: size }
    const { app } = Reflect.get(window, 'chrome') as unknown as {
      app: { window: { create: (url: string, options: object) => void } }
    }
    app.window.create('window.html', { innerBounds })
  }, side)
  await until('some frames', async () => (await readColors()).length > 2)
  await until('the film is wanted', () => films.length > 0)
  await until('the window is seen', () => running.windows().length > 0)
  const [page] = running.windows()
  expect(await page!.evaluate(() => document.readyState)).toBe('interactive')
  for (const film of films) film.end()
  await until('loaded', () => page!.evaluate(() => document.readyState === 'complete'))
  expect(new Set(await readColors())).toEqual(new Set(['lime']))
})
