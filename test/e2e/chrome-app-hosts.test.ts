import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

let running: RunningChromeApp
let port: number
const folder = writeChromeApp(
  `chrome.permissions.request({ permissions: ['geolocation'] }, () => record.push(chrome.runtime.lastError.message))
  chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))`,
  {
    manifest: {
      permissions: ['http://127.0.0.1/*'],
      optional_permissions: ['geolocation', 'fileSystem', 'http://localhost/*'],
      sandbox: { pages: ['sandboxed.html'] },
    },
    files: {
      'window.html':
        '<!doctype html><title>Window</title><iframe name="sandboxed" src="sandboxed.html"></iframe>',
      'sandboxed.html': '<!doctype html><title>Sandboxed</title>',
    },
  },
)

/** Agrees to nothing. */
const server = http.createServer(({ headers, method, url = '' }, response) => {
  const [path, target] = url.split('?')
  if (path === '/redirect') response.writeHead(302, { location: decodeURIComponent(target ?? '') }).end()
  else if (path === '/site') response.end(String(headers['sec-fetch-site']))
  else
    response.writeHead(path === '/missing' ? 404 : 200, { 'x-own': '1' }).end(`${method} ${headers.origin}`)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  running = await launchChromeApp(folder)
  await until('frame', () => running.windows()[0]?.frame('sandboxed') != null)
  await running.windows()[0]?.waitForLoadState()
})

afterAll(async () => {
  await running.close()
  server.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

interface Init {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly credentials?: RequestCredentials
}

async function ask(host: string, path: string, init: Init = {}, frame?: string): Promise<string> {
  const [shown] = running.windows()
  const place = frame === undefined ? shown?.mainFrame() : shown?.frame(frame)
  if (place == null) throw new Error('no page')
  return place.evaluate(
    async ([url, given]) => {
      try {
        const response = await fetch(url, given)
        return `${response.status} ${await response.text()} ${response.headers.get('x-own')}`
      } catch (error) {
        return String(error)
      }
    },
    [`http://${host}:${port}${path}`, init] as const,
  )
}

const refused = 'TypeError: Failed to fetch'
const to = (host: string): string => `/redirect?${encodeURIComponent(`http://${host}:${port}/there`)}`

it('a host of the manifest is asked without its leave', async () => {
  expect(await ask('127.0.0.1', '/')).toBe('200 GET undefined 1')
  expect(await ask('127.0.0.1', '/missing')).toBe('404 GET undefined 1')
  expect(await ask('127.0.0.1', '/', { credentials: 'include' })).toBe('200 GET undefined 1')
})

it('with methods and headers that need a question before', async () => {
  const init = { method: 'PUT', headers: { 'x-mine': '1', 'content-type': 'application/json' }, body: '{}' }
  expect(await ask('127.0.0.1', '/', init)).toMatch(/^200 PUT chrome-app:/)
})

it('and is told that the user asks, and no other site', async () => {
  expect(await ask('127.0.0.1', '/site')).toBe('200 none null')
  expect(await ask('127.0.0.1', '/site', { method: 'POST', body: 'text' })).toBe('200 none null')
  expect(await ask('127.0.0.1', `/redirect?${encodeURIComponent('/site')}`)).toBe('200 none null')
})

it('along redirects to hosts of the manifest, and no others', async () => {
  expect(await ask('127.0.0.1', to('127.0.0.1'))).toMatch(/^200 GET /)
  expect(await ask('127.0.0.1', to('localhost'))).toBe(refused)
})

it('other hosts are not, nor are hosts by other pages', async () => {
  expect(await ask('localhost', '/')).toBe(refused)
  expect(await ask('localhost', '/', { method: 'PUT' })).toBe(refused)
  expect(await ask('127.0.0.1', '/', {}, 'sandboxed')).toBe(refused)
})

/** What a method of `chrome.permissions` comes to in the window; the page's user has just done something. */
async function change(name: string, named?: object): Promise<unknown> {
  const [shown] = running.windows()
  return shown?.evaluate(
    ([method, given]) => {
      const permissions = Reflect.get(chrome, 'permissions') as Record<
        string,
        ((...args: unknown[]) => Promise<unknown>) | undefined
      >
      return permissions[method]?.(...(given === undefined ? [] : [given])).catch(String)
    },
    [name, named] as const,
  )
}

/** Whoever is asked says this, and what was asked is returned. */
async function answerDialogs(response: 0 | 1): Promise<() => Promise<unknown>> {
  await running.app.evaluate(({ dialog }, given) => {
    const asked: unknown[] = []
    Object.assign(globalThis, {
      asked,
      showMessageBox:
        Reflect.get(globalThis, 'showMessageBox') ?? (Reflect.get(dialog, 'showMessageBox') as unknown),
    })
    dialog.showMessageBox = (...args: unknown[]) => {
      const { detail, message } = args.at(-1) as { message: string; detail: string }
      asked.push(message, detail)
      return Promise.resolve({ response: given, checkboxChecked: false })
    }
  }, response)
  return () => running.app.evaluate(() => Reflect.get(globalThis, 'asked') as unknown)
}

describe('an app that may ask for more', () => {
  const wanted = { permissions: ['fileSystem', 'geolocation'], origins: ['http://localhost/*'] }

  it('does so while its user does something', async () => {
    expect(await running.readRecord()).toEqual(['This function must be called during a user gesture'])
  })

  it('asks for what its manifest lists', async () => {
    const notListed = 'Error: Only permissions specified in the manifest may be requested.'
    expect(await change('request', { origins: ['http://other.example/*'] })).toBe(notListed)
    expect(await change('request', { permissions: ['power'] })).toBe(notListed)
    expect(await change('request', { permissions: ['zzz'] })).toBe(
      "Error: 'zzz' is not a recognized permission.",
    )
  })

  it('has no more where the user does not want it to', async () => {
    const readAsked = await answerDialogs(0)
    expect(await change('request', wanted)).toBe(false)
    expect(await readAsked()).toEqual([
      '"App" has requested additional permissions.',
      'It could:\n• Detect your physical location\n• Read and change your data on localhost',
    ])
    expect(await change('contains', wanted)).toBe(false)
    expect(await ask('localhost', '/')).toBe(refused)
  })

  it('has it at once in every page where the user lets it', async () => {
    await answerDialogs(1)
    await running.background.evaluate(() => {
      const heard: unknown[] = []
      Reflect.set(globalThis, 'heard', heard)
      const { onAdded, onRemoved } = Reflect.get(chrome, 'permissions')
      for (const event of [onAdded, onRemoved]) event.addListener((given: unknown) => heard.push(given))
    })
    expect(await change('request', wanted)).toBe(true)
    expect(await change('getAll')).toEqual({
      permissions: ['fileSystem', 'geolocation'],
      origins: ['http://127.0.0.1/*', 'http://localhost/*'],
    })
    expect(await ask('localhost', '/')).toBe('200 GET undefined 1')
    expect(await running.windows()[0]?.evaluate(() => 'fileSystem' in chrome)).toBe(true)
    const readHeard = (): Promise<unknown[]> =>
      running.background.evaluate(() => Reflect.get(globalThis, 'heard') as unknown[])
    await until('heard', async () => (await readHeard()).length === 1)
    expect(await readHeard()).toEqual([wanted])
  })

  it('gives back what it was given, and nothing that it requires', async () => {
    expect(await change('remove', { origins: ['http://127.0.0.1/*'] })).toBe(
      'Error: You cannot remove required permissions.',
    )
    expect(await change('remove', { origins: ['http://localhost/*'] })).toBe(true)
    expect(await change('contains', { origins: ['http://localhost/*'] })).toBe(false)
    expect(await ask('localhost', '/')).toBe(refused)
  })

  it('is not given what it asks for in a window that goes, and the question goes along', async () => {
    await running.app.evaluate(({ BrowserWindow, dialog }) => {
      const show = Reflect.get(globalThis, 'showMessageBox') as () => Promise<Electron.MessageBoxReturnValue>
      dialog.showMessageBox = async (...args: unknown[]) => {
        const answer: Promise<Electron.MessageBoxReturnValue> = Reflect.apply(show, dialog, args)
        BrowserWindow.getAllWindows()
          .find((window) => window.getTitle() === 'Window')
          ?.destroy()
        Reflect.set(globalThis, 'answered', (await answer).response)
        return answer
      }
    })
    await running.background.evaluate(() => {
      Reflect.get(chrome, 'app').window.create('sandboxed.html')
    })
    await until('another window', () => running.windows().length === 2)
    await change('remove', { permissions: ['geolocation'] })
    void change('request', { permissions: ['geolocation'] }).catch(() => {})
    await until(
      'an answer',
      async () => (await running.app.evaluate(() => Reflect.get(globalThis, 'answered') as unknown)) === 0,
    )
    expect(
      await running.background.evaluate((named) => Reflect.get(chrome, 'permissions').contains(named), {
        permissions: ['geolocation'],
      }),
    ).toBe(false)
  })
})
