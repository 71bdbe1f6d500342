import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchPagesApp } from '../support/electron/pages-app.ts'
import type { PagesApp, Place } from '../support/electron/pages-app.ts'
import { until } from '../support/until.ts'

let pages: PagesApp
const run = async (place: Place, act: () => unknown): Promise<unknown> => (await pages.run(place, act))[0]

beforeAll(async () => {
  pages = await launchPagesApp()
})

afterAll(() => pages.running.close())

const listKeys = (): unknown =>
  Object.entries(chrome).map(([name, value]) => [name, Object.keys(value as object)])

/** Frames of a window by the name that the test has given them. */
async function addFrame(name: string, attributes: Record<string, string>): Promise<void> {
  await pages.get('window').evaluate(
    ([frameName, given]) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe')
        frame.name = frameName
        frame.addEventListener('load', () => resolve(), { once: true })
        for (const [key, value] of Object.entries(given)) frame.setAttribute(key, value)
        document.body.append(frame)
      }),
    [name, attributes] as const,
  )
}

const seesChrome = async (name: string): Promise<boolean | undefined> =>
  pages.running
    .windows()[0]
    ?.frame(name)
    ?.evaluate(() => Reflect.has(Reflect.get(window, 'chrome') ?? {}, 'runtime'))

describe('a frame of the app', () => {
  it('has the same chrome as its window, in objects of its own', async () => {
    expect(await run('frame', listKeys)).toEqual(await run('window', listKeys))
    expect(await run('frame', () => window.chrome === Reflect.get(window.parent, 'chrome'))).toBe(false)
  })

  it('is in no app window', async () => {
    expect(
      await pages.run('frame', () => Reflect.get(window as object, 'chrome').app.window.current() as unknown),
    ).toEqual([
      null,
      'error: The JavaScript context calling chrome.app.window.current() has no associated AppWindow.',
    ])
  })

  it('reaches the background page', async () => {
    const reach = (): Promise<unknown> =>
      new Promise((resolve) => {
        Reflect.get(
          chrome.runtime,
          'getBackgroundPage',
        )((page: unknown) => resolve(page === window.parent.opener))
      })
    expect(await run('frame', reach)).toBe(true)
  })

  it('is told what changes, and is sent messages', async () => {
    await run('frame', () => {
      const heard: unknown[] = []
      Reflect.set(window, 'heard', heard)
      Reflect.get(chrome, 'storage').onChanged.addListener((changes: unknown) => heard.push(changes))
      Reflect.get(chrome.runtime, 'onMessage').addListener(
        (message: unknown, _sender: unknown, answer: (value: string) => void) => {
          heard.push(message)
          answer('of the frame')
        },
      )
    })
    const answer = await run('window', async () => {
      await Reflect.get(chrome, 'storage').local.set({ one: 1 })
      return (await Reflect.get(chrome.runtime, 'sendMessage')('hello')) as unknown
    })
    expect(answer).toBe('of the frame')
    await until(
      'heard',
      async () =>
        ((await run('frame', () => Reflect.get(window, 'heard') as unknown)) as unknown[]).length === 2,
    )
    expect(await run('frame', () => Reflect.get(window, 'heard') as unknown)).toEqual([
      { one: { newValue: 1 } },
      'hello',
    ])
  })

  it('has it though somebody looks into its window before its page comes', async () => {
    await run('window', () => {
      const frame = Object.assign(document.createElement('iframe'), { name: 'looked at', src: 'frame.html' })
      document.body.append(frame)
      return frame.contentWindow?.document.URL
    })
    await until(
      'it has been loaded again',
      async () => (await seesChrome('looked at').catch(() => false)) === true,
    )
    await run('window', () => document.querySelector('[name="looked at"]')?.remove())
  })

  it('is no reason for a warning, however many there are', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `of many ${index}`)
    for (const name of many) await addFrame(name, { src: 'frame.html' })
    await run('window', () => {
      for (const frame of document.querySelectorAll('[name^="of many"]')) frame.remove()
    })
    expect(pages.running.output()).not.toContain('MaxListenersExceededWarning')
  })

  it('keeps the app’s sockets no more, and hears nothing, when it is removed', async () => {
    await addFrame('passing', { src: 'frame.html' })
    expect(await seesChrome('passing')).toBe(true)
    await pages.running
      .windows()[0]
      ?.frame('passing')
      ?.evaluate(() => {
        Reflect.get(chrome.runtime, 'onConnect').addListener(() => {})
      })
    await run('window', () => document.querySelector('[name=passing]')?.remove())
    const connect = (): Promise<unknown> =>
      new Promise((resolve) => {
        const port = Reflect.get(chrome.runtime, 'connect')()
        port.onDisconnect.addListener(() => resolve(Reflect.get(chrome.runtime, 'lastError')?.message))
      })
    expect(await run('window', connect)).toBe('Could not establish connection. Receiving end does not exist.')
  })
})

describe('no chrome has', () => {
  it('a sandboxed page', async () => {
    expect(await seesChrome('sandboxed page')).toBe(false)
    expect(
      await run('sandboxed page', () => [self.origin, location.origin.startsWith('chrome-app:')]),
    ).toEqual(['null', true])
  })

  it.each([
    ['a page that its frame sandboxes', { src: 'frame.html', sandbox: 'allow-scripts' }],
    ['a document of its own making', { srcdoc: '<p>text</p>' }],
    ['a blank frame', { src: 'about:blank' }],
    ['a frame of data', { src: 'data:text/html,text' }],
  ] as [string, Record<string, string>][])('%s', async (what, attributes) => {
    await addFrame(what, attributes)
    expect(await seesChrome(what)).toBe(false)
  })

  it('a page of the app inside of a sandboxed one', async () => {
    await run('sandboxed page', () => {
      const frame = Object.assign(document.createElement('iframe'), { name: 'deep', src: 'frame.html' })
      document.body.append(frame)
    })
    await until(
      'loaded',
      () => pages.running.windows()[0]?.frame('deep')?.url().endsWith('/frame.html') === true,
    )
    await pages.running.windows()[0]?.frame('deep')?.waitForLoadState()
    expect(await seesChrome('deep')).toBe(false)
  })
})
