import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

interface Asker {
  /** What a function of a page comes to after a click: `done`, or the error. */
  readonly ask: (act: () => unknown) => Promise<string>
  readonly close: () => Promise<void>
}

async function launch(permissions: string[]): Promise<Asker> {
  const folder = writeChromeApp(
    "chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))",
    { manifest: { permissions } },
  )
  const running: RunningChromeApp = await launchChromeApp(
    folder,
    undefined,
    'test/e2e/app/fake-media/run-app.cjs',
  )
  await until('window', () => running.windows().length === 1)
  const [page] = running.windows()
  if (page === undefined) throw new Error('no window')
  await page.waitForLoadState()
  await page.evaluate(() => document.body.append(document.createElement('textarea')))
  return {
    ask: async (act) => {
      await page.bringToFront()
      await page.click('textarea')
      return page
        .evaluate(act)
        .then((value) => (value === undefined ? 'done' : JSON.stringify(value)))
        .catch((error: unknown) => /evaluate: (\w+)/.exec(String(error))?.[1] ?? String(error))
    },
    close: async () => {
      await running.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

const locate = (): Promise<number> =>
  new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      () => resolve(0),
      ({ code }) => resolve(code),
    ),
  )
const listen = async (): Promise<void> => void (await navigator.mediaDevices.getUserMedia({ audio: true }))
const watch = async (): Promise<void> => void (await navigator.mediaDevices.getUserMedia({ video: true }))
const shareScreen = async (): Promise<void> =>
  void (await navigator.mediaDevices.getDisplayMedia({ video: true }))
/** Electron's own way, which Chrome's pages have by `chrome.desktopCapture` only. */
const captureScreen = async (): Promise<void> => {
  const video = { mandatory: { chromeMediaSource: 'desktop' } }
  await navigator.mediaDevices.getUserMedia({ video } as MediaStreamConstraints)
}
const readClipboard = async (): Promise<void> => void (await navigator.clipboard.readText())
const writeClipboard = (): Promise<void> => navigator.clipboard.writeText('text')
const lockPointer = (): Promise<void> => document.body.requestPointerLock()
const fill = (): Promise<void> => document.body.requestFullscreen()
const choosePort = async (): Promise<void> => void (await Reflect.get(navigator, 'serial').requestPort())
const chooseUsb = async (): Promise<void> =>
  void (await Reflect.get(navigator, 'usb').requestDevice({ filters: [] }))
const chooseHid = async (): Promise<void> =>
  void (await Reflect.get(navigator, 'hid').requestDevice({ filters: [] }))
const readNotifications = async (): Promise<string> =>
  `${Notification.permission} ${await Notification.requestPermission()}`

describe('an app without permissions', () => {
  let app: Asker

  beforeAll(async () => {
    app = await launch([])
  })
  afterAll(() => app.close())

  it.each([
    ['geolocation', locate, '1'],
    ['the microphone', listen, 'NotAllowedError'],
    ['the camera', watch, 'NotAllowedError'],
    ['the screen', shareScreen, 'NotAllowedError'],
    ["the screen in Electron's way", captureScreen, 'NotAllowedError'],
    ['the clipboard', readClipboard, 'NotAllowedError'],
    ['a serial port', choosePort, 'NotFoundError'],
    ['a USB device', chooseUsb, 'NotFoundError'],
    ['notifications', readNotifications, '"default default"'],
  ])('does not get %s', async (_what, act, result) => {
    expect(await app.ask(act)).toBe(result)
  })

  it('does not get the pointer', async () => {
    expect(await app.ask(lockPointer)).toMatch(/Error$/)
  })

  it('gets no device of human interface', async () => {
    expect(await app.ask(chooseHid)).toBe('done')
    expect(await app.ask(async () => (await Reflect.get(navigator, 'hid').getDevices()).length)).toBe('0')
  })

  it('writes to the clipboard, as any page does', async () => {
    expect(await app.ask(writeClipboard)).toBe('done')
  })

  it('is of Chrome, as far as it can see', async () => {
    expect(await app.ask(() => navigator.userAgent)).toMatch(
      /^"Mozilla\/5\.0 \([^)]*\) AppleWebKit\/537\.36 \(KHTML, like Gecko\) Chrome\/\d+\.0\.0\.0 Safari\/537\.36"$/,
    )
  })
})

describe('an app with permissions', () => {
  let app: Asker

  beforeAll(async () => {
    app = await launch([
      'audioCapture',
      'videoCapture',
      'clipboardRead',
      'pointerLock',
      'fullscreen',
      'notifications',
    ])
  })
  afterAll(() => app.close())

  it.each([
    ['the microphone', listen, 'done'],
    ['the camera', watch, 'done'],
    ['the clipboard', readClipboard, 'done'],
    ['the pointer', lockPointer, 'done'],
    ['the whole screen', fill, 'done'],
    ['notifications', readNotifications, '"granted granted"'],
  ])('gets %s', async (_what, act, result) => {
    expect(await app.ask(act)).toBe(result)
  })

  it.each([
    ['the screen', shareScreen],
    ["the screen in Electron's way", captureScreen],
  ])('does not get %s', async (_what, act) => {
    expect(await app.ask(act)).toMatch(/Error$/)
  })
})
