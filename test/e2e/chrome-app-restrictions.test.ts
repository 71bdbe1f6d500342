import path from 'node:path'
import type { ConsoleMessage } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchPagesApp, places } from '../support/electron/pages-app.ts'
import type { PagesApp, Place } from '../support/electron/pages-app.ts'
import { until } from '../support/until.ts'

let pages: PagesApp
const run = (place: Place, act: () => unknown): Promise<unknown[]> => pages.run(place, act)

beforeAll(async () => {
  pages = await launchPagesApp()
})

afterAll(() => pages.running.close())

const notAvailable = (name: string): string => `error: ${name} is not available in packaged apps.`

const silent: [what: string, act: () => unknown, text: string][] = [
  ['alert()', () => alert('text'), 'window.alert()'],
  ['confirm()', () => confirm('text'), 'window.confirm()'],
  ['prompt()', () => prompt('text'), 'window.prompt()'],
  ['find()', () => Reflect.get(window, 'find')('text'), 'window.find()'],
  ['document.open()', () => document.open(), 'document.open()'],
  ['document.close()', () => document.close(), 'document.close()'],
  ['document.clear()', () => document.clear(), 'document.clear()'],
  ['history.length', () => history.length, 'history.length'],
  ['history.state', () => history.state as unknown, 'history.state'],
  ['toolbar', () => toolbar, 'window.toolbar'],
  ['document.all', () => document.all, 'document.all'],
  ['document.bgColor', () => document.bgColor, 'document.bgColor'],
  ['addEventListener("unload")', () => addEventListener('unload', () => {}), 'unload'],
  [
    'addEventListener of a request',
    () => new XMLHttpRequest().addEventListener('beforeunload', () => {}),
    'beforeunload',
  ],
]

const failing: [what: string, act: () => unknown, error: string][] = [
  [
    'document.write()',
    () => document.write('text'),
    'Error: document.write() is not available in packaged apps.',
  ],
  [
    'document.writeln()',
    () => document.writeln('text'),
    'Error: document.writeln() is not available in packaged apps.',
  ],
  [
    'a synchronous request',
    () => new XMLHttpRequest().open('GET', 'first.js', false),
    "InvalidAccessError: Failed to execute 'open' on 'XMLHttpRequest': Synchronous requests are disabled for this page.",
  ],
  [
    'a synchronous request to nowhere',
    () => new XMLHttpRequest().open('GET', 'http://[', false),
    "SyntaxError: Failed to execute 'open' on 'XMLHttpRequest': Invalid URL",
  ],
]

describe.each(places)('in the %s', (place) => {
  it.each(silent)('%s is nothing, and says so', async (_what, act, text) => {
    expect(await run(place, act)).toEqual([undefined, notAvailable(text)])
  })

  it.each(failing)('%s throws', async (_what, act, error) => {
    expect(await run(place, act)).toEqual([expect.stringContaining(error)])
  })

  it('localStorage is undefined, and can be replaced', async () => {
    const text = `${notAvailable('window.localStorage')} Use chrome.storage.local instead.`
    expect(await run(place, () => localStorage)).toEqual([undefined, text])
    const replace = (): unknown => {
      Reflect.set(window, 'localStorage', 'mine')
      return [localStorage, 'localStorage' in window]
    }
    expect(await run(place, replace)).toEqual([['mine', true]])
  })

  it('onunload says so when it is set, and stays undefined', async () => {
    const set = (): unknown => {
      window.onunload = () => {}
      window.onbeforeunload = () => {}
      return [window.onunload, window.onbeforeunload]
    }
    expect(await run(place, set)).toEqual([
      [undefined, undefined],
      notAvailable('window.onunload'),
      notAvailable('window.onbeforeunload'),
    ])
  })

  it('what is left works as ever', async () => {
    const use = async (): Promise<unknown> => {
      const request = new XMLHttpRequest()
      request.open('GET', 'first.js')
      let heard = 0
      addEventListener('tried', () => (heard += 1), { once: true })
      dispatchEvent(new Event('tried'))
      dispatchEvent(new Event('tried'))
      document.bgColor = 'red'
      return [request.readyState, heard, document.bgColor, Object.keys(history)]
    }
    expect(await run(place, use)).toEqual([[1, 1, 'red', []]])
  })

  it('the first script finds it so', async () => {
    if (place === 'background page') return
    expect(await run(place, () => Reflect.get(window, 'seenFirst'))).toEqual([
      { storage: 'undefined', overflow: 'hidden' },
    ])
  })

  it('pages look as those of an app do, where they do not say otherwise', async () => {
    const look = (): unknown => {
      const { cursor, fontSize, overflow, userSelect } = getComputedStyle(document.body)
      return [cursor, fontSize, overflow, userSelect, document.styleSheets.length]
    }
    expect(await run(place, look)).toEqual([['default', '12px', 'hidden', 'none', 0]])
    const change = (): unknown => {
      document.body.style.overflow = 'auto'
      return getComputedStyle(document.body).overflow
    }
    expect(await run(place, change)).toEqual(['auto'])
  })
})

it.each(['window', 'frame', 'sandboxed page'] as const)(
  'the console names the line of the %s that asks for what is not there',
  async (place) => {
    const lines: string[] = []
    const note = (message: ConsoleMessage): void => {
      const { url, lineNumber } = message.location()
      lines.push(`${path.posix.basename(url)}:${lineNumber + 1} ${message.text().split(' ')[0]}`)
    }
    const { running, get } = pages
    for (const page of running.windows()) page.on('console', note)
    await get(place).evaluate(() => Reflect.get(window, 'askInVain')())
    await until('all has been said', () => lines.length === 3)
    for (const page of running.windows()) page.off('console', note)
    expect(lines).toEqual([
      'first.js:7 window.alert()',
      'first.js:8 history.state',
      'first.js:9 window.onunload',
    ])
  },
)

it.each(['window', 'frame'] as const)(
  'a wrong call in the %s is an error of the line that makes it',
  async (place) => {
    const call = (): unknown => {
      try {
        return Reflect.get(window, 'askWrongly')()
      } catch (error) {
        return (error as Error).stack?.split('\n').slice(0, 2)
      }
    }
    expect(await run(place, call)).toEqual([
      [
        expect.stringMatching(/^TypeError: Error in invocation of storage\.get\(.*No matching signature\.$/),
        expect.stringMatching(/^ {4}at .*\/first\.js:13:\d+\)?$/),
      ],
    ])
  },
)

it('what throws in a callback is told with the lines of the app alone', async () => {
  const call = (): Promise<void> => new Promise((resolve) => Reflect.get(window, 'failInCallback')(resolve))
  const [, text] = await run('window', call)
  expect(text).toMatch(
    /^error: Error handling response: Error: of a callback\n {4}at chrome-app:\/\/.*\/first\.js:19:11$/,
  )
})

it('a blank frame, which is not reached, cannot hold up the app with a dialog', async () => {
  const ask = (): unknown => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    return frame.contentWindow?.confirm('text')
  }
  expect(await run('window', ask)).toEqual([false])
})
