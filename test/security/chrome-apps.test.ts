import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { sayCalls } from '../support/hostile/say-calls.ts'
import { until } from '../support/until.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-apps-'))
const [one, two] = ['a'.repeat(32), 'b'.repeat(32)]

/** What no page may ever see. */
const secret = 'the secret of somebody else'

function write(file: string, text: string): void {
  const target = path.join(folder, file)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.writeFileSync(target, text)
}

function writeApp(name: string, permissions: readonly string[]): void {
  const manifest = {
    manifest_version: 2,
    name,
    version: '1',
    app: { background: { scripts: ['background.js'] } },
    permissions,
    sandbox: {
      pages: ['sandboxed.html'],
      content_security_policy: "sandbox allow-scripts; script-src 'self' 'unsafe-inline'",
    },
    sockets: { tcpServer: { listen: '*' } },
  }
  write(`${name}/manifest.json`, JSON.stringify(manifest))
  write(
    `${name}/background.js`,
    "chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html', { hidden: true }))",
  )
  write(`${name}/window.html`, '<!doctype html><body><iframe name="sandboxed" src="sandboxed.html"></iframe>')
  write(`${name}/sandboxed.html`, '<!doctype html><body>')
  write(`${name}/Own.txt`, 'own')
}

/** By its address: the name of a frame of another process may stay unknown to Playwright. */
const isSandboxed = (frame: Frame): boolean => frame.url().endsWith('/sandboxed.html')

function findSandboxed(page: Page): Frame {
  const found = page.frames().find(isSandboxed)
  if (found === undefined) throw new Error('no sandboxed frame')
  return found
}

let running: RunningChromeApp
let hostile: Page
let other: Page
const asked: unknown[] = []
const server = http.createServer(({ headers, url }, response) => {
  // A page asks by `fetch`, too.
  if (headers['sec-fetch-dest'] === 'iframe') asked.push(url)
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Foreign</title>')
})

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  writeApp('one', [])
  writeApp('two', ['storage', 'fileSystem', 'webview'])
  write('secret.txt', secret)
  write('two/secret.txt', secret)
  write('one-more/secret.txt', secret)
  fs.symlinkSync('../secret.txt', path.join(folder, 'one/link.txt'))
  fs.symlinkSync('../two', path.join(folder, 'one/linked'))
  fs.symlinkSync('Own.txt', path.join(folder, 'one/inner.txt'))
  running = await launchChromeApp(folder, undefined, 'test/security/app/chrome-apps.cjs')
  const find = (id: string): Page | undefined =>
    running.windows().find((page) => page.url() === `chrome-app://${id}/window.html`)
  await until('windows', () => find(one) !== undefined && find(two) !== undefined)
  ;[hostile, other] = [find(one) as Page, find(two) as Page]
  for (const page of [hostile, other]) await page.waitForLoadState()
  await until('frames', () => [hostile, other].every((page) => page.frames().some(isSandboxed)))
})

afterAll(async () => {
  await running.close()
  server.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** What a page can read at an address: by fetch, and in a frame, which schemes of nobody never load. */
const read = (address: string, place: Page | Frame = hostile): Promise<unknown[]> =>
  place.evaluate(
    async (url) => [
      await fetch(url).then((answer) => answer.text(), String),
      /^(?!chrome-app|http:)[a-z-]+:/.test(url)
        ? ''
        : await new Promise((resolve) => {
            const frame = document.createElement('iframe')
            frame.addEventListener('load', () => {
              resolve(frame.contentDocument?.body?.textContent ?? '')
              frame.remove()
            })
            frame.src = url
            document.body.append(frame)
          }),
    ],
    address,
  )

describe('outside of its folder an app reads nothing', () => {
  it('but its own files, by a link to one, too', async () => {
    expect(await read('Own.txt')).toEqual(['own', 'own'])
    expect(await read('inner.txt')).toEqual(['own', 'own'])
  })

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '%252e%252e%252fsecret.txt',
    '..%5csecret.txt',
    '..\\secret.txt',
    '....//secret.txt',
    '/../one-more/secret.txt',
    '..%2fone-more%2fsecret.txt',
    'link.txt',
    'linked/secret.txt',
    'linked%2fsecret.txt',
    'secret.txt%00.html',
    'window.html/../../secret.txt',
    `${folder}/secret.txt`,
    `//${folder}/secret.txt`,
    `file://${folder}/secret.txt`,
    `filesystem:file://${folder}/secret.txt`,
    `chrome-app://${two}/secret.txt`,
    `chrome-app://${two}/window.html`,
    `chrome-app://${one}@${two}/secret.txt`,
    `chrome-app://${one}.${two}/secret.txt`,
    `chrome-extension://${two}/secret.txt`,
    'chrome-app:///secret.txt',
    `view-source:chrome-app://${two}/secret.txt`,
  ])('at %s', async (address) => {
    const [fetched, shown] = await read(address)
    expect(fetched).toMatch(/^TypeError/)
    expect(shown).toBe('')
  })

  it('nor where another spelling is another file', async () => {
    const found = fs.existsSync(path.join(folder, 'one/OWN.TXT')) ? 'own' : 'TypeError: Failed to fetch'
    expect((await read('OWN.TXT'))[0]).toBe(found)
  })
})

describe('no chrome has', () => {
  const keys = (frame: Page | Frame): Promise<string[]> =>
    frame.evaluate(() => Object.keys(Reflect.get(window, 'chrome') ?? {}).toSorted())
  const basics = ['csi', 'loadTimes']

  it('a sandboxed page, whatever it is told by a page that has it', async () => {
    const sandboxed = findSandboxed(hostile)
    expect(await keys(sandboxed)).toEqual(basics)
    expect(await read('../secret.txt', sandboxed)).toEqual(['TypeError: Failed to fetch', ''])
  })

  it('a page of the web, which even a sandboxed one does not show', async () => {
    const { port } = server.address() as AddressInfo
    const [, shown] = await read(`http://127.0.0.1:${port}/framed`, findSandboxed(hostile))
    expect([shown, asked]).toEqual(['', []])
  })

  it('a page of another app', async () => {
    const [shown] = await read(`chrome-app://${two}/window.html`, findSandboxed(hostile))
    expect(shown).toMatch(/^TypeError/)
  })
})

it('a <webview> is nothing without its permission, nor in a sandboxed page', async () => {
  const look = (): string =>
    `${document.createElement('webview').constructor.name} ${'WebView' in globalThis}`
  const said: string[] = []
  hostile.on('console', (message) => said.push(message.text()))
  expect(await hostile.evaluate(look)).toBe('HTMLElement false')
  const denial = 'You do not have permission to use the WebView element.'
  expect(said.filter((line) => line.startsWith(denial))).toHaveLength(1)
  const sandboxed = findSandboxed(other)
  expect(await sandboxed.evaluate(look)).toMatch(/^HTMLElement /)
})

describe('two apps of one program', () => {
  it('do not hear each other', async () => {
    await other.evaluate(() => {
      const heard: unknown[] = []
      Reflect.set(globalThis, 'heard', heard)
      for (const name of ['onMessage', 'onMessageExternal', 'onConnect', 'onConnectExternal'])
        Reflect.get(chrome.runtime, name).addListener((given: unknown) => heard.push(given))
    })
    const said = await hostile.evaluate(async (id) => {
      const send = Reflect.get(chrome.runtime, 'sendMessage')
      return (await send(id, 'hello').catch(String)) as unknown
    }, two)
    expect(said).toBe('Error: Could not establish connection. Receiving end does not exist.')
    expect(await other.evaluate(() => Reflect.get(globalThis, 'heard') as unknown)).toEqual([])
  })

  it('do not see what the other has stored, nor its sockets', async () => {
    await other.evaluate(() => Reflect.get(chrome, 'storage').local.set({ one: 'of two' }) as unknown)
    const { socketId } = await other.evaluate(() => chrome.sockets.tcpServer.create({ persistent: true }))
    expect(await hostile.evaluate(() => 'storage' in chrome)).toBe(false)
    expect(await hostile.evaluate(() => chrome.sockets.tcpServer.getSockets())).toEqual([])
    const found = hostile.evaluate((id) => chrome.sockets.tcpServer.getInfo(id).catch(String), socketId)
    expect(await found).toBe('Error: Socket not found')
    const databases = await hostile.evaluate(async () => (await indexedDB.databases()).length)
    expect(databases).toBe(0)
  })

  it('do not come into the other by a window', async () => {
    const opened = await hostile.evaluate((id) => window.open(`chrome-app://${id}/window.html`) === null, two)
    expect(opened).toBe(true)
  })
})

describe('a page that was taken over', () => {
  it('is refused what its manifest does not have, and what is not its own', async () => {
    const answers = await sayCalls(hostile, [
      ['fileGifts.choose', undefined],
      ['fileGifts.restore', 'x'],
      ['fileGifts.takeDropped', 'x', false],
      ['fileSystem.getVolumeList'],
      ['files.getMetadata', 'no such file system', '/secret.txt'],
      ['files.open', 'no such file system', '/../secret.txt'],
      ['currentWindow.open', 'https://example.test/', undefined],
      ['currentWindow.setAlwaysOnTop', true],
      ['grants.request', { permissions: ['fileSystem'] }],
      ['grants.request', { origins: ['<all_urls>'] }],
      ['tcpServer.getInfo', 1],
      ['webViewInternal.attach', 1, {}],
    ])
    const denied = 'Does not have permission'
    const notListed = 'Only permissions specified in the manifest may be requested.'
    expect(answers).toHaveLength(12)
    expect(answers.filter((answer) => answer === denied)).toHaveLength(5)
    expect(answers.filter((answer) => answer === notListed)).toHaveLength(2)
    expect(answers).toEqual(
      expect.arrayContaining([
        'The URL used for window creation must be local for security reasons.',
        'The "app.window.alwaysOnTop" permission is required.',
        'Socket not found',
      ]),
    )
    expect(answers.filter((answer) => typeof answer !== 'string')).toEqual([])
  })
})
