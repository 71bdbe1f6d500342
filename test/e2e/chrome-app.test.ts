import fs from 'node:fs'
import { afterAll, afterEach, expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { until } from '../support/until.ts'

const userData = makeUserData()
let running: RunningChromeApp | undefined

/** Nothing before the first script of the background page has run. */
const readRecord = ({ background }: RunningChromeApp): Promise<string[]> =>
  background.evaluate(() => (Reflect.get(globalThis, 'record') ?? []) as string[])

/** Starts the app and waits for the last thing that it records. */
async function run(last: string): Promise<string[]> {
  const started = await launchChromeApp('notes', userData)
  running = started
  await until(last, async () => (await readRecord(started)).includes(last))
  return readRecord(started)
}

afterEach(() => running?.close())
afterAll(() => fs.rmSync(userData, { recursive: true, force: true }))

it("runs a Chrome App's folder", async () => {
  const record = await run('stored 1')
  expect(record.slice(0, 5)).toEqual([
    'background loading true',
    'launched {"isDemoSession":false,"isKioskSession":false,"isPublicSession":false,"source":"load_and_launch"}',
    'callback loading <html></html>',
    'same true main',
    'script by the callback ""',
  ])
  expect(record.filter((line) => !line.startsWith('listening')).slice(5)).toEqual([
    'background page true',
    'changed local {"starts":{"newValue":1}}',
    'stored 1',
  ])
  expect(record).toContain('listening 0')
})

it('finds what it has stored when it is started again', async () => {
  expect(await run('stored 2')).toContain('changed local {"starts":{"newValue":2,"oldValue":1}}')
})

it('has no Node, and the contents of the window where it was asked for', async () => {
  await run('stored 3')
  const [shown] = running?.windows() ?? []
  const found = await shown?.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    bounds: Reflect.get(window.chrome, 'app').window.current().getBounds() as unknown,
    inner: [innerWidth, innerHeight],
  }))
  expect(found).toEqual({
    globals: [],
    bounds: { left: 60, top: 50, width: 400, height: 300 },
    inner: [400, 300],
  })
})
