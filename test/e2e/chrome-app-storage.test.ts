import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { killAll } from '../support/electron/kill-all.ts'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

let userData: string
const folders: string[] = []
let running: RunningChromeApp | undefined

beforeEach(() => {
  userData = makeUserData()
})

afterEach(async () => {
  await running?.close().catch(() => {})
  running = undefined
  for (const folder of [userData, ...folders.splice(0)]) fs.rmSync(folder, { recursive: true, force: true })
})

function write(background: string, sources: Parameters<typeof writeChromeApp>[1] = {}): string {
  const folder = writeChromeApp(background, sources)
  folders.push(folder)
  return folder
}

async function launch(folder: string, switches: readonly string[] = []): Promise<RunningChromeApp> {
  running = await launchChromeApp(folder, userData, undefined, switches)
  return running
}

const waitFor = (app: RunningChromeApp, line: string): Promise<void> =>
  until(line, async () => (await app.readRecord()).includes(line))

const readOnceSaid = async (app: RunningChromeApp): Promise<string> => {
  await until('a record', async () => (await app.readRecord()).length > 0)
  return (await app.readRecord())[0] ?? ''
}

/** So many that the journal has been full once, and begun anew. */
const numbers = 400

/** Counts upwards, and tells a server of every tenth number that was called back. */
const counter = (port: number): string => `
const pad = 'x'.repeat(1000)
const next = (n) => chrome.storage.local.set({ n, pad: pad + n }, () => {
  if (n % 10 === 0) void fetch('http://127.0.0.1:${port}/' + n, { mode: 'no-cors' })
  next(n + 1)
})
chrome.storage.local.get({ n: 0 }, ({ n }) => {
  record.push('found ' + n)
  if (n === 0) next(1)
})
`

async function serve(told: (n: number) => void): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    response.end()
    told(Number(request.url?.slice(1)))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

describe('what an app stores', () => {
  it('is there when it was called back, though all processes are killed in that moment', async () => {
    let last = 0
    let pid: number | undefined
    const server = await serve((n) => {
      last = Math.max(last, n)
      if (n < numbers || pid === undefined) return
      killAll(pid)
      pid = undefined
    })
    const folder = write(counter((server.address() as AddressInfo).port))
    const app = await launch(folder)
    pid = app.app.process().pid
    await app.ended
    server.close()
    const line = await readOnceSaid(await launch(folder))
    expect(last).toBeGreaterThanOrEqual(numbers)
    expect(Number(line.replace('found ', ''))).toBeGreaterThanOrEqual(last)
  })

  it('is in a journal first where it is much, and in the database when the app is started again', async () => {
    const folder = write(`
const readJournal = async () => {
  const bucket = await navigator.storageBuckets.open('chrome-storage')
  const file = await (await bucket.getDirectory()).getFileHandle('local').catch(() => undefined)
  return file && (await file.getFile()).text()
}
const next = (n) => chrome.storage.local.set({ n }, async () => {
  const text = await readJournal()
  if (text?.includes('[["n","' + n + '"]]')) record.push('stored ' + n)
  else next(n + 1)
})
chrome.storage.local.get({ n: 0 }, async ({ n }) => {
  if (n === 0) next(1)
  else record.push('found ' + n + ', ' + (await readJournal()))
})
`)
    const app = await launch(folder)
    const stored = await readOnceSaid(app)
    killAll(app.app.process().pid as number)
    await app.ended
    expect(await readOnceSaid(await launch(folder))).toBe(`${stored.replace('stored', 'found')}, undefined`)
  })

  it('is kept by a database that outlives collections of garbage', async () => {
    const app = await launch(write("chrome.storage.local.set({ a: 1 }, () => record.push('stored'))"))
    await waitFor(app, 'stored')
    const devTools = await app.app.context().newCDPSession(app.background)
    await devTools.send('HeapProfiler.collectGarbage')
    await app.background.evaluate("void chrome.storage.local.set({ a: 2 }, () => record.push('again'))")
    await waitFor(app, 'again')
  })

  it('is not lost where the app reloads itself before the database is open', async () => {
    const app = await launch(
      write(`
chrome.storage.local.get({ loads: 0 }, ({ loads }) => record.push('loads ' + loads))
chrome.storage.local.get('loads', ({ loads }) => loads ?? chrome.runtime.reload())
chrome.storage.local.set({ other: 1 })
chrome.storage.local.set({ loads: 1 })
`),
    )
    await waitFor(app, 'loads 1')
  })
})

describe('chrome.storage.managed', () => {
  const schema = {
    type: 'object',
    properties: {
      server: { type: 'string' },
      port: { type: 'integer' },
      list: { type: 'array', items: { type: 'string' } },
    },
  }
  const app = `
chrome.storage.managed.get(null, (items) => record.push(JSON.stringify(items)))
chrome.storage.managed.set({ server: 'mine' }, () => record.push(chrome.runtime.lastError.message))
`
  const manifest = { storage: { managed_schema: 'schema.json' } }

  it('has what the file says that the option names, as far as the schema lets it', async () => {
    const folder = write(app, { manifest, files: { 'schema.json': JSON.stringify(schema) } })
    const policies = path.join(folder, 'policies.json')
    fs.writeFileSync(policies, JSON.stringify({ server: 's', port: 'none', list: ['a'], other: 1 }))
    const started = await launch(folder, [`--managed-storage=${policies}`])
    await waitFor(started, 'This is a read-only store.')
    expect(await started.readRecord()).toEqual(['{"list":["a"],"server":"s"}', 'This is a read-only store.'])
  })

  it('is empty otherwise', async () => {
    const started = await launch(write(app, { manifest, files: { 'schema.json': JSON.stringify(schema) } }))
    await waitFor(started, '{}')
  })
})

it('keeps an app without a window going that stores something', async () => {
  const app = await launch(
    write(`
let left = 14
const tick = () => {
  chrome.storage.local.set({ left }, () => record.push('left ' + left))
  left -= 1
  if (left > 0) setTimeout(tick, 1000)
}
tick()
`),
  )
  let hasEnded = false
  void app.ended.then(() => (hasEnded = true))
  await new Promise((resolve) => setTimeout(resolve, 12_500))
  expect(hasEnded).toBe(false)
}, 40_000)
