import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchPagesApp, places } from '../support/electron/pages-app.ts'
import type { PagesApp } from '../support/electron/pages-app.ts'

let pages: PagesApp

beforeAll(async () => {
  pages = await launchPagesApp()
  for (const place of ['background page', 'window'] as const)
    await pages.get(place).evaluate(() => {
      /** What a method comes to by its callback, and by its promise. */
      const ask = async (name: string, ...args: unknown[]): Promise<unknown[]> => {
        const method = Reflect.get(chrome.runtime, name) as (...given: unknown[]) => unknown
        const called = await new Promise((resolve) => {
          method(...args, (...results: unknown[]) =>
            resolve([...results, Reflect.get(chrome.runtime, 'lastError')?.message]),
          )
        })
        const promised = await (method(...args) as Promise<unknown>).catch(String)
        return [called, promised]
      }
      Reflect.set(globalThis, 'ask', ask)
    })
})

afterAll(() => pages.running.close())

const ask = (name: string, ...args: unknown[]): Promise<unknown> =>
  pages
    .get('window')
    .evaluate(([method, given]) => Reflect.get(globalThis, 'ask')(method, ...given) as unknown, [
      name,
      args,
    ] as const)

describe('chrome.runtime', () => {
  it('finds no newer version, and is not to look again at once', async () => {
    expect(await ask('requestUpdateCheck')).toEqual([
      ['no_update', { version: '' }, undefined],
      { status: 'throttled', version: '' },
    ])
  })

  it.each([
    ['', undefined],
    ['https://example.test/', undefined],
    ['zzz', 'Invalid URL: "zzz".'],
    ['ftp://example.test/', 'Invalid URL: "ftp://example.test/".'],
  ])('takes the address %j for after its end, or not', async (url, complaint) => {
    const rejected = complaint === undefined ? undefined : `Error: ${complaint}`
    expect(await ask('setUninstallURL', url)).toEqual([[complaint], rejected])
  })

  it('has no page of options, and restarts no kiosk', async () => {
    expect(await ask('openOptionsPage')).toMatchObject([['Could not create an options page.'], /./])
    expect(await ask('restartAfterDelay', 1)).toMatchObject([
      ['API available only for ChromeOS kiosk mode.'],
      /./,
    ])
    const [, said] = await pages.run('window', () => Reflect.get(chrome.runtime, 'restart')())
    expect(said).toContain('Function available only for ChromeOS kiosk mode.')
  })

  it('tells version and dynamic id, the same in each page', async () => {
    const read = (): unknown => [
      Reflect.get(chrome.runtime, 'getVersion')(),
      Reflect.get(chrome.runtime, 'dynamicId'),
      Reflect.get(chrome.runtime, 'PlatformOs').LINUX,
    ]
    const [found] = await pages.run('window', read)
    expect(found).toEqual(['1.0', expect.stringMatching(/^[\da-f-]{36}$/), 'linux'])
    expect((await pages.run('background page', read))[0]).toEqual(found)
  })

  it('has events that nobody raises', async () => {
    const names = ['onUpdateAvailable', 'onMessageExternal', 'onConnectExternal', 'onRestartRequired']
    const add = (): unknown =>
      ['onUpdateAvailable', 'onMessageExternal', 'onConnectExternal', 'onRestartRequired'].filter((name) => {
        const event = Reflect.get(chrome.runtime, name)
        event.addListener(() => {})
        return event.hasListeners() as unknown
      })
    expect((await pages.run('window', add))[0]).toEqual(names)
  })
})

describe.each(places)('the %s', (place) => {
  it('knows its times as every page of Chrome', async () => {
    const read = (): unknown => {
      const { csi, loadTimes } = window.chrome as unknown as Record<string, () => Record<string, number>>
      return [Object.keys(csi?.() ?? {}), Number(loadTimes?.().commitLoadTime) > 1e9]
    }
    expect((await pages.run(place, read))[0]).toEqual([['startE', 'onloadT', 'pageT', 'tran'], true])
  })
})
