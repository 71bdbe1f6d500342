import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchWebviewApp } from '../support/electron/launch-webview-app.ts'
import type { WebviewApp } from '../support/electron/launch-webview-app.ts'

let app: WebviewApp
let origin: string
const use = (script: string): Promise<unknown> => app.use(script)

beforeAll(async () => {
  app = await launchWebviewApp()
  ;({ origin } = app)
})

afterAll(() => app.close())

describe('the name of a <webview>', () => {
  it('is that of what it shows, which may change it', async () => {
    await use(`return show({ src: '${origin}/names', name: 'given' })`)
    expect(await use("return [await run('document.title'), view.name, view.getAttribute('name')]")).toEqual([
      'given',
      'given!',
      'given!',
    ])
  })

  it('may change, and stays from page to page', async () => {
    await use("view.name = 'second'")
    expect(await use("return run('name')")).toBe('second')
    await use(`const loaded = next('loadstop'); view.src = '${origin}/names'; await loaded`)
    expect(await use("return [await run('document.title'), view.name]")).toEqual(['second', 'second!'])
    await use("view.name = ''")
    expect(await use("return [await run('name'), view.hasAttribute('name')]")).toEqual(['', false])
  })
})

it('a <webview> has nothing of Electron that Chrome has not', async () => {
  await app.show('/')
  const seen = await use(`
    const inherited = new Set()
    for (let at = Object.getPrototypeOf(view); at !== HTMLElement.prototype; at = Object.getPrototypeOf(at))
      for (const key of Reflect.ownKeys(at)) inherited.add(key)
    return [...inherited].filter((key) => /electron|webcontents|url|ipc|send|devtools|debug|page/i.test(String(key))).sort()`)
  // Electron's own code goes by it to the element.
  expect(seen).toEqual(['loadDataWithBaseUrl', 'loadURL'])
  expect(await use('return [view.shadowRoot, Object.keys(view).includes("getWebContentsId")]')).toEqual([
    null,
    false,
  ])
})
