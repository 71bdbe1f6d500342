import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { until } from '../support/until.ts'

const page = '<!doctype html><title>Site</title><script>console.log("hello"); open("/more")</script>'

let status = 'up'
const server = http.createServer(({ url }, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end(url === '/status' ? status : page)
})
const userData = makeUserData()
let running: RunningChromeApp

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running = await launchChromeApp('dashboard', userData)
})
afterAll(async () => {
  await running.close()
  server.close()
  fs.rmSync(userData, { recursive: true, force: true })
})

const recorded = (line: string): Promise<void> =>
  until(line, async () => (await running.readRecord()).includes(line))

/** Whoever is asked says this. */
const answerDialogs = (response: 0 | 1): Promise<void> =>
  running.app.evaluate(({ dialog }, given) => {
    dialog.showMessageBox = () => Promise.resolve({ response: given, checkboxChecked: false })
  }, response)

it('a dashboard asks for a host, shows it, looks at it by an alarm, and tells what changes', async () => {
  await until('window', () => running.windows().length > 0)
  const window = running.windows()[0]!
  await window.fill('#address', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await answerDialogs(0)
  await window.click('#start')
  await recorded('may not ask')
  await answerDialogs(1)
  await window.click('#start')
  for (const line of ['may ask http://127.0.0.1/*', 'shows Site', 'console: hello', 'wants /more'])
    await recorded(line)
  await recorded('alarm look')
  await recorded('status: up')
  await until('shown', async () => (await window.textContent('#status')) === 'up')
  status = 'down'
  await running.background.evaluate("chrome.alarms.create('look', { when: Date.now(), periodInMinutes: 1 })")
  await recorded('status: down')
})

it('and has its alarm, what it was granted, and what it stored when it is started again', async () => {
  await running.close()
  running = await launchChromeApp('dashboard', userData)
  await until('window', () => running.windows().length > 0)
  const kept = await running.background.evaluate(`Promise.all([
    chrome.alarms.get('look').then(({ periodInMinutes }) => periodInMinutes),
    chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] }),
    chrome.storage.local.get('status').then(({ status }) => status),
  ])`)
  expect(kept).toEqual([1, true, 'down'])
})
