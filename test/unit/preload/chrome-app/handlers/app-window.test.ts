import { expect, it } from 'vitest'
import type { Context, Reply } from '../../../../../src/preload/chrome-app/main-world/context.ts'
import { appWindow } from '../../../../../src/preload/chrome-app/main-world/handlers/app-window.ts'
import type { Opened } from '../../../../../src/preload/chrome-app/main-world/hub.ts'

const notCreated = 'Failed to create the app window.'

/** What a call is answered, whose window comes to this. */
function create(opened: Parameters<Opened>[0], url?: string): unknown[] {
  const answers: unknown[] = []
  const settle = (...args: unknown[]): void => (args.at(-1) as Opened)(opened)
  const background = {} as Window
  const hub = { background, openWindow: settle, awaitWindow: settle }
  const post = (_method: string, _args: unknown, answered: (results: unknown[]) => void): void =>
    answered([{ token: 'a', url }])
  const context = { hub, page: background, facade: { calls: { post } } } as unknown as Context
  const reply = {
    fail: (...args: unknown[]) => answers.push('fail', ...args),
    succeedNow: (...args: unknown[]) => answers.push('succeed', ...args),
  } as unknown as Reply<unknown>
  appWindow.create(context, reply, 'window.html', undefined)
  return answers
}

it.each([['window.html'], [undefined]])('a window that was not opened is an error: %s', (url) => {
  expect(create(null, url)).toEqual(['fail', notCreated, undefined])
  expect(create(undefined, url)).toEqual(['succeed', undefined])
})

it.each([
  ['window.html', ['a']],
  [undefined, []],
])('a page that has gone gets none, and the main process is told: %s', (url, expected) => {
  const abandoned: string[] = []
  const hub = { abandonWindow: (token: string) => abandoned.push(token) }
  const post = (_method: string, _args: unknown, answered: (results: unknown[]) => void): void =>
    answered([{ token: 'a', url }])
  const context = { hub, page: { closed: true }, facade: { calls: { post } } } as unknown as Context
  appWindow.create(context, {} as Reply<unknown>, 'window.html', undefined)
  expect(abandoned).toEqual(expected)
})
