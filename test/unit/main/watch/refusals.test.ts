import { afterEach, expect, it } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import type { Refusal } from '../../../../src/main/types.ts'
import type { Refused } from '../../../../src/main/watch/refusals.ts'
import { Refusals } from '../../../../src/main/watch/refusals.ts'
import { createApp, createAppOf, loggerOf } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'

const apps: App[] = []

afterEach(() => {
  for (const app of apps.splice(0)) app.dispose()
})

function open(): { app: App; warnings: string[]; heard: Refusal[] } {
  const app = createApp()
  apps.push(app)
  const heard: Refusal[] = []
  app.watch.events.on('refused', (refusal) => heard.push(refusal))
  return { app, warnings: loggerOf(app).warnings, heard }
}

const refuse = (message: string, level: 'warn' | 'error' = 'warn'): Refused => ({
  refusal: { reason: 'page', url: 'app://x/', message },
  once: message,
  message,
  level,
})

it('each is logged once to each logger, and told each time', async () => {
  const refusals = new Refusals()
  const [first, second] = [open(), open()]
  for (const text of ['a', 'b', 'a']) refusals.tell([first.app], refuse(text))
  refusals.tell([first.app, second.app], refuse('a'))
  await takeTurns(1)
  expect(first.warnings).toEqual(['electron-chrome-sockets: a', 'electron-chrome-sockets: b'])
  expect(second.warnings).toEqual(['electron-chrome-sockets: a'])
  expect([first.heard.length, second.heard.length]).toEqual([4, 1])
})

it('apps that share a logger have one line', () => {
  const first = open()
  const second = createAppOf({ sockets: {} }, { logger: first.app.logger })
  apps.push(second)
  new Refusals().tell([first.app, second], refuse('a', 'error'))
  expect(loggerOf(first.app).errors).toEqual([['electron-chrome-sockets: a']])
})

it('what a page says wrong is logged once for each kind and window, and told each time', async () => {
  const refusals = new Refusals()
  const { app, heard, warnings } = open()
  for (let i = 0; i < 100; i += 1)
    for (const windowId of [1, 2])
      for (const message of ['malformed message', `malformed call: method ${i}`])
        refusals.tellOfPage(app, windowId, message)
  await takeTurns(1)
  expect(warnings).toEqual([
    expect.stringContaining('malformed message (window 1;'),
    expect.stringContaining('malformed call: method 0 (window 1;'),
    expect.stringContaining('malformed message (window 2;'),
    expect.stringContaining('malformed call: method 0 (window 2;'),
  ])
  expect(heard).toHaveLength(400)
})

it('a page that goes to ever new origins does not fill the log, nor does one line', () => {
  const refusals = new Refusals()
  const { app, warnings } = open()
  for (let i = 0; i < 5000; i += 1) refusals.tell([app], refuse(`stranger ${i} ${'x'.repeat(5000)}`))
  expect(warnings).toHaveLength(1000)
  expect(Math.max(...warnings.map(({ length }) => length))).toBeLessThan(1100)
})
