import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchPagesApp } from '../support/electron/pages-app.ts'
import type { PagesApp, Place } from '../support/electron/pages-app.ts'
import { until } from '../support/until.ts'

let pages: PagesApp
const run = (place: Place, act: () => unknown): Promise<unknown[]> => pages.run(place, act)

/** Addresses that have been given to other programs, which the test stands in for. */
const readOpened = (): Promise<string[]> =>
  pages.running.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])

beforeAll(async () => {
  pages = await launchPagesApp()
  await pages.running.app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      ;(Reflect.get(globalThis, 'opened') as string[]).push(url)
      return Promise.resolve()
    }
  })
})

afterAll(() => pages.running.close())

beforeEach(async () => {
  await pages.running.app.evaluate(() => void Reflect.set(globalThis, 'opened', []))
})

const leave: [what: string, act: () => unknown, target: string][] = [
  ['location=', () => void (location.href = 'frame.html'), 'frame.html'],
  [
    'location=, to the web',
    () => void (location.href = 'http://127.0.0.1:1/there'),
    'http://127.0.0.1:1/there',
  ],
  ['location.replace()', () => location.replace('frame.html'), 'frame.html'],
  ['location.reload()', () => location.reload(), 'window.html'],
  ['to nowhere', () => void (location.href = 'about:blank'), 'about:blank'],
  [
    'a link',
    () =>
      document.body.appendChild(Object.assign(document.createElement('a'), { href: 'frame.html' })).click(),
    'frame.html',
  ],
  [
    'a link for a mail',
    () =>
      document.body.appendChild(Object.assign(document.createElement('a'), { href: 'mailto:a@b.c' })).click(),
    'mailto:a@b.c',
  ],
  [
    'a form',
    () =>
      document.body
        .appendChild(Object.assign(document.createElement('form'), { action: 'frame.html' }))
        .submit(),
    'frame.html?',
  ],
  ['window.open() of itself', () => void window.open('frame.html', '_self'), 'frame.html'],
]

describe('a window of an app stays where it is', () => {
  it.each(leave)('at %s', async (_what, act, target) => {
    const address = new URL(target, pages.get('window').url()).href
    await pages.get('window').evaluate(() => void Reflect.set(window, 'isOld', true))
    const text = `error: Can't open same-window link to "${address}"; try target="_blank".`
    const [, ...said] = await run('window', act)
    await until('the console is told', async () => {
      said.push(...(await run('window', () => {})).slice(1))
      return said.length > 0
    })
    expect(said).toEqual([text])
    expect(await pages.get('window').evaluate(() => Reflect.get(window, 'isOld') as unknown)).toBe(true)
    expect(await readOpened()).toEqual([])
  })

  it('when a frame wants to put itself in its place', async () => {
    await run('frame', () => void (window.top!.location.href = 'sandboxed.html'))
    expect(pages.get('window').url()).toContain('/window.html')
  })

  it('when it wants to show what it has made', async () => {
    const show = (): void => void (location.href = URL.createObjectURL(new Blob(['text'])))
    const said = await run('window', show)
    await until('the console is told', async () => {
      said.push(...(await run('window', () => {})).slice(1))
      return said.length > 1
    })
    expect(said[1]).toContain('Can\'t open same-window link to "blob:chrome-app:')
  })

  it('but goes to another place in itself', async () => {
    expect(await run('window', () => ((location.hash = 'here'), location.hash))).toEqual(['#here'])
    expect(pages.get('window').url()).toContain('#here')
  })
})

it('the background page stays where it is, and says nothing', async () => {
  expect(await run('background page', () => void (location.href = 'frame.html'))).toEqual([undefined])
  expect(await run('background page', () => location.pathname)).toEqual(['/_generated_background_page.html'])
})

it('a frame goes where it wants to', async () => {
  await run('window', () => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'wandering', src: 'frame.html' })
    document.body.append(frame)
  })
  const [shown] = pages.running.windows()
  const find = (end: string): boolean => shown?.frame('wandering')?.url().endsWith(end) === true
  await until('there', () => find('/frame.html'))
  await run('window', () => void window.open('sandboxed.html', 'wandering'))
  await until('elsewhere', () => find('/sandboxed.html'))
})

describe.each(['background page', 'window', 'frame'] as const)('from the %s', (place) => {
  it.each([
    ['a page of the app', () => window.open('frame.html')],
    ['the same under a name', () => window.open('frame.html', 'name')],
    ['a blank page', () => window.open('about:blank')],
    ['nothing', () => window.open()],
    [
      'a page of its own making',
      () => window.open(URL.createObjectURL(new Blob(['text'], { type: 'text/html' }))),
    ],
    ['another scheme', () => window.open('ms-settings:privacy')],
  ])('window.open() of %s opens nothing', async (_what, act) => {
    const before = pages.running.app.windows().length
    expect((await run(place, act))[0]).toBe(null)
    expect(pages.running.app.windows()).toHaveLength(before)
    expect(await readOpened()).toEqual([])
  })

  it('what leads to the web goes to the user’s browser', async () => {
    const open = (): unknown => {
      const opened = window.open('https://one.example/a?b#c')
      return [opened?.closed, window.open('https://two.example/', '_blank', 'noopener')]
    }
    expect(await run(place, open)).toEqual([[true, null]])
    const click = (): void => {
      const link = { href: 'http://three.example/', target: '_blank' }
      document.body.appendChild(Object.assign(document.createElement('a'), link)).click()
    }
    await run(place, click)
    const wanted = ['https://one.example/a?b#c', 'https://two.example/', 'http://three.example/']
    await until('opened', async () => (await readOpened()).length === 3)
    expect(await readOpened()).toEqual(wanted)
  })
})

it('a flood of links does not flood the user', async () => {
  const begun = performance.now()
  await run('sandboxed page', () => {
    for (let i = 0; i < 200; i += 1) window.open(`https://flood.example/${i}`)
  })
  const opened = (await readOpened()).filter((url) => url.includes('flood'))
  expect(opened.length).toBeLessThanOrEqual(10 + Math.ceil((performance.now() - begun) / 500))
})

it('what a page downloads is where the user’s downloads are, and nothing of a sandboxed page', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'downloads-'))
  await pages.running.app.evaluate(({ app }, place) => app.setPath('downloads', place), folder)
  const download = (): void => {
    const href = URL.createObjectURL(new Blob(['text']))
    for (let i = 0; i < 2; i += 1)
      Object.assign(document.createElement('a'), { href, download: 'a.txt' }).click()
  }
  await run('sandboxed page', download)
  await run('window', download)
  // Chromium writes into hidden files, which are gone when they get their names.
  const read = (): string[] =>
    fs
      .readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => `${name}: ${fs.readFileSync(path.join(folder, name), 'utf8')}`)
  await until('downloads', () => read().toSorted().join() === 'a (1).txt: text,a.txt: text')
  fs.rmSync(folder, { recursive: true })
})

it('a window whose page has no title is called like the app', async () => {
  const readTitle = (): Promise<string | undefined> =>
    pages.running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.getTitle(),
    )
  const name = await readTitle()
  await run('window', () => void (document.title = 'Own'))
  await until('own title', async () => (await readTitle()) === 'Own')
  await run('window', () => void (document.title = ''))
  await until('no title', async () => (await readTitle()) === name)
})

describe('keys', () => {
  const press = (keyCode: string, modifiers: 'control'[] = []): Promise<void> =>
    pages.running.app.evaluate(
      ({ BrowserWindow }, key) => {
        const shown = BrowserWindow.getAllWindows().find(({ webContents }) =>
          webContents.getURL().includes('/window.html'),
        )
        for (const type of ['keyDown', 'keyUp'] as const) shown?.webContents.sendInputEvent({ type, ...key })
      },
      { keyCode, modifiers },
    )

  it('neither reload nor zoom', async () => {
    await run('window', () => {
      Reflect.set(window, 'keys', [])
      addEventListener('keydown', ({ key }) => (Reflect.get(window, 'keys') as string[]).push(key))
    })
    await press('F5')
    for (const key of ['R', 'Plus', '-', '0']) await press(key, ['control'])
    const read = (): Promise<unknown[]> =>
      run('window', () => [Reflect.get(window, 'keys'), devicePixelRatio])
    await until('pressed', async () => JSON.stringify(await read()).includes('0'))
    expect((await read())[0]).toEqual([['F5', 'r', '+', '-', '0'], 1])
  })

  it('Ctrl+W closes the window, if its page lets it', async () => {
    await run('window', () => addEventListener('keydown', (event) => event.preventDefault(), { once: true }))
    await press('W', ['control'])
    await until('seen', async () =>
      JSON.stringify(await run('window', () => Reflect.get(window, 'keys') as unknown)).includes('w'),
    )
    expect(pages.running.windows()).toHaveLength(1)
    // Menus hear no keys in a window without the focus, which X11 gives and takes when it likes.
    await until('focused', () =>
      pages.running.app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.focus()
        return BrowserWindow.getFocusedWindow()?.isVisible() === true
      }),
    )
    await press('W', ['control'])
    await until('closed', () => pages.running.windows().length === 0)
  })
})
