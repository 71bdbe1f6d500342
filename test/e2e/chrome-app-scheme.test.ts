import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

/** A function of two numbers, which it adds. */
const wasm = Buffer.from('AGFzbQEAAAABBwFgAn9/AX8DAgEABwcBA2FkZAAACgkBBwAgACABags=', 'base64')

/** Seconds of silence. */
function writeSilence(seconds: number): Buffer {
  const rate = 8000
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + rate * seconds, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(rate * seconds, 40)
  return Buffer.concat([header, Buffer.alloc(rate * seconds, 128)])
}

function findFont(): Buffer {
  const folder = path.join(root, 'node_modules/playwright-core/lib/vite/traceViewer')
  const font = fs.readdirSync(folder).find((name) => name.endsWith('.ttf'))
  return fs.readFileSync(path.join(folder, font ?? ''))
}

const policy = 'sandbox allow-scripts; script-src https://example.test'

function writeApp(): string {
  const folder = writeChromeApp(
    "chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))",
    {
      manifest: { sandbox: { pages: ['sandboxed.html'], content_security_policy: policy } },
      files: {
        'window.html':
          '<!doctype html><link rel="stylesheet" href="style.css"><script type="module" src="module.js"></script>',
        'style.css': '@font-face { font-family: Own; src: url(own.ttf) } body { color: rgb(1, 2, 3) }',
        'module.js':
          "import { two } from './two.js'\nglobalThis.loaded = [two, import.meta.url, (await import('./two.js')).two]",
        'two.js': 'export const two = 2',
        'script.js': 'globalThis.scripted = true',
        'library.js': 'self.library = 1',
        'worker.js': "importScripts('library.js'); postMessage(['classic', self.library])",
        'module-worker.js': "import { two } from './two.js'\npostMessage(['module', two])",
        'service-worker.js': "addEventListener('install', () => skipWaiting())",
        'data.json': '{"one":1}',
        'sandboxed.html': '<!doctype html><title>Sandboxed</title>',
      },
    },
  )
  fs.writeFileSync(path.join(folder, 'add.wasm'), wasm)
  fs.writeFileSync(path.join(folder, 'silence.wav'), writeSilence(600))
  fs.writeFileSync(path.join(folder, 'own.ttf'), findFont())
  return folder
}

const folder = writeApp()
const archive = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-')), 'app.asar')

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.rmSync(path.dirname(archive), { recursive: true, force: true })
})

describe.each([
  ['a folder', folder],
  ['an archive', archive],
])('in %s', (_what, place) => {
  let running: RunningChromeApp

  beforeAll(async () => {
    if (place === archive) await createPackage(folder, archive)
    running = await launchChromeApp(place)
    await until('window', () => running.windows().length === 1)
    await running.windows()[0]?.waitForLoadState()
  })
  afterAll(() => running.close())

  const run = async <T>(act: () => T | Promise<T>): Promise<T> => {
    const [shown] = running.windows()
    if (shown === undefined) throw new Error('no window')
    return shown.evaluate(act)
  }

  it('modules are loaded, and by scripts, too', async () => {
    await until('loaded', () => run(() => 'loaded' in globalThis))
    const loaded = await run(() => Reflect.get(globalThis, 'loaded') as unknown)
    expect(loaded).toEqual([2, expect.stringMatching(/^chrome-app:\/\/[a-p]{32}\/module\.js$/), 2])
  })

  it('style sheets and fonts are', async () => {
    const found = await run(async () => [
      getComputedStyle(document.body).color,
      (await document.fonts.load('16px Own')).length,
    ])
    expect(found).toEqual(['rgb(1, 2, 3)', 1])
  })

  it('workers run, of modules and of what a page has made', async () => {
    const found = await run(() => {
      const made = `self.own = 1; fetch('${location.origin}/data.json').then((answer) => answer.json()).then((data) => postMessage(['made', data.one]))`
      const hear = (worker: Worker): Promise<unknown> =>
        new Promise((resolve) => {
          worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
          worker.addEventListener('error', ({ message }) => resolve(message), { once: true })
        })
      return Promise.all([
        hear(new Worker('worker.js')),
        hear(new Worker('module-worker.js', { type: 'module' })),
        hear(new Worker(URL.createObjectURL(new Blob([made])))),
      ])
    })
    expect(found).toEqual([
      ['classic', 1],
      ['module', 2],
      ['made', 1],
    ])
  })

  it('a service worker is installed', async () => {
    const state = await run(async () => {
      await navigator.serviceWorker.register('/service-worker.js')
      return (await navigator.serviceWorker.ready).active?.scriptURL
    })
    expect(state).toMatch(/service-worker\.js$/)
  })

  it('WebAssembly is compiled while it comes', async () => {
    const sum = await run(async () => {
      const { instance } = await WebAssembly.instantiateStreaming(fetch('add.wasm'))
      return (instance.exports.add as (a: number, b: number) => number)(20, 22)
    })
    expect(sum).toBe(42)
  })

  it('a recording can be heard from any place in it', async () => {
    const found = await run(
      () =>
        new Promise((resolve) => {
          const audio = new Audio('silence.wav')
          audio.addEventListener('loadedmetadata', () => (audio.currentTime = 550), { once: true })
          audio.addEventListener('seeked', () => resolve([audio.duration, audio.currentTime]), { once: true })
          audio.addEventListener('error', () => resolve(audio.error?.message), { once: true })
          audio.load()
        }),
    )
    expect(found).toEqual([600, 550])
  })

  it('what a page has made is a script', async () => {
    const found = await run(
      () =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.src = URL.createObjectURL(new Blob(['globalThis.madeHere = true']))
          script.addEventListener('load', () => resolve(Reflect.get(globalThis, 'madeHere')))
          script.addEventListener('error', () => resolve('error'))
          document.head.append(script)
        }),
    )
    expect(found).toBe(true)
  })

  it('the file system of the page has files with addresses', async () => {
    const found = await run(async () => {
      const open = Reflect.get(globalThis, 'webkitRequestFileSystem') as (
        type: number,
        size: number,
        done: (system: FileSystem) => void,
        failed: (error: Error) => void,
      ) => void
      const system = await new Promise<FileSystem>((resolve, reject) => {
        open.call(window, 1, 1_000_000, resolve, reject)
      })
      const entry = await new Promise<FileSystemEntry>((resolve, reject) => {
        system.root.getFile('x.txt', { create: true }, resolve, reject)
      })
      await new Promise<void>((resolve, reject) => {
        const create = Reflect.get(entry, 'createWriter') as (
          done: (writer: EventTarget & { write: (blob: Blob) => void }) => void,
          failed: (error: Error) => void,
        ) => void
        create.call(
          entry,
          (writer) => {
            writer.addEventListener('writeend', () => resolve(), { once: true })
            writer.write(new Blob(['written']))
          },
          reject,
        )
      })
      const address = (Reflect.get(entry, 'toURL') as () => string).call(entry)
      const request = new XMLHttpRequest()
      const read = new Promise((resolve) => {
        request.addEventListener('loadend', () => resolve([request.status, request.responseText]))
      })
      request.open('GET', address)
      request.send()
      return [system.name, address, await read, await fetch(address).catch(String)]
    })
    expect(found).toEqual([
      expect.stringMatching(/^chrome-app_[a-p]{32}_0:Persistent$/),
      expect.stringMatching(/^filesystem:chrome-app:\/\/[a-p]{32}\/persistent\/x\.txt$/),
      [200, 'written'],
      'TypeError: Failed to fetch',
    ])
  })

  it('own files answer HEAD, POST and ranges; what is not there fails', async () => {
    const found = await run(async () => {
      const ask = async (url: string, init?: RequestInit): Promise<unknown> => {
        try {
          const answer = await fetch(url, init)
          return [answer.status, answer.headers.get('content-type'), await answer.text()]
        } catch (error) {
          return String(error)
        }
      }
      return [
        await ask('data.json'),
        await ask('data.json', { method: 'HEAD' }),
        await ask('data.json', { method: 'POST', body: 'x' }),
        await ask('data.json', { headers: { range: 'bytes=1-3' } }),
        await ask('data.json', { headers: { range: 'bytes=9-' } }),
        await ask('missing.json'),
        await ask('/'),
      ]
    })
    const failed = 'TypeError: Failed to fetch'
    expect(found).toEqual([
      [200, 'application/json', '{"one":1}'],
      [200, 'application/json', ''],
      [200, 'application/json', '{"one":1}'],
      [206, 'application/json', '"on'],
      failed,
      failed,
      failed,
    ])
  })

  it('a sandboxed page has the policy that the manifest gives it', async () => {
    const found = await run(async () => {
      const { headers } = await fetch('sandboxed.html')
      return headers.get('content-security-policy')
    })
    expect(found).toBe("sandbox allow-scripts; script-src 'self'; child-src 'self';")
  })
})
