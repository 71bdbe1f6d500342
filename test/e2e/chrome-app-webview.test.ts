import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchWebviewApp } from '../support/electron/launch-webview-app.ts'
import type { WebviewApp } from '../support/electron/launch-webview-app.ts'
import { until } from '../support/until.ts'

let app: WebviewApp
let origin: string
const use = (script: string): Promise<unknown> => app.use(script)
const show = (path: string, last?: string): Promise<unknown> => app.show(path, last)

beforeAll(async () => {
  app = await launchWebviewApp()
  ;({ origin } = app)
})

afterAll(() => app.close())

describe('a <webview>', () => {
  it('runs scripts, in a world of their own', async () => {
    await show('/')
    expect(await use("return run('globalThis.mine = 1; document.title')")).toBe('Guest')
    expect(await use("return run('mine')")).toBe(1)
    expect(
      await use(
        "return call('executeScript', { file: 'inject.js', allFrames: true, runAt: 'document_end' })",
      ),
    ).toEqual(['Guest of a file'])
    expect(await use("return run('throw new Error()')")).toBe(null)
    for (const file of ['../secret.js', 'http://['])
      expect(await use(`return call('executeScript', { file: '${file}' })`)).toBe(
        `Failed to load file: "${file}". `,
      )
    expect(await use("return call('executeScript', {})")).toBe('No source code or file specified.')
    expect(await use("return call('executeScript', { code: 'x'.repeat(200000) })")).toBe(
      'The code is too long.',
    )
    await use("await call('insertCSS', { code: 'p { color: rgb(1, 2, 3) }', cssOrigin: 'user' })")
    expect(await use('return run(\'getComputedStyle(document.querySelector("p")).color\')')).toBe(
      'rgb(1, 2, 3)',
    )
  })

  it('gives scripts and styles to the pages that it loads', async () => {
    const page = `{ name: 'all', matches: ['http://127.0.0.1/*'], exclude_matches: ['http://127.0.0.1/agent'], js: { code: 'document.title += "!"', files: ['inject.js'] } }`
    const style = `{ name: 'style', matches: ['*://*/*'], css: { code: 'p { color: rgb(3, 2, 1) }' }, run_at: 'document_start' }`
    await use(`view = document.createElement('webview')
      view.addContentScripts([${page}, ${style}])
      view.src = '${origin}/'
      const loaded = next('loadstop'); document.body.replaceChildren(view); await loaded`)
    const look =
      'return run(\'document.title + getComputedStyle(document.querySelector("p") ?? document.body).color\')'
    expect(await use(look)).toBe('Guest!rgb(3, 2, 1)')
    await use(`const loaded = next('loadstop'); view.src = '${origin}/agent'; await loaded`)
    expect(await use(look)).toBe('rgb(0, 0, 0)')
    await use(
      `view.removeContentScripts(['style']); const loaded = next('loadstop'); view.src = '${origin}/'; await loaded`,
    )
    expect(await use(look)).toBe('Guest!rgb(0, 0, 0)')
    await use(`view.removeContentScripts(); const loaded = next('loadstop'); view.reload(); await loaded`)
    expect(await use(look)).toBe('Guestrgb(0, 0, 0)')
    expect(await use('try { view.addContentScripts([{}]) } catch (error) { return String(error) }')).toBe(
      "TypeError: Error in invocation of webViewInternal.addContentScripts(integer instanceId, array contentScriptList): Error at parameter 'contentScriptList': Error at index 0: Missing required property 'name'.",
    )
  })

  it('answers for scripts that come to nothing', async () => {
    await show('/')
    const codes = ['10n', 'const a = {}; a.a = a; a', 'new Promise(() => {})', 'location.href = "/frames"']
    expect(await use(`return Promise.all(${JSON.stringify(codes)}.map(run))`)).toEqual([
      null,
      null,
      null,
      '/frames',
    ])
  })

  it('takes few large files at a time', async () => {
    const refuse = `return new Promise((resolve) => {
        const heard = []
        const note = () => heard.push(chrome.runtime.lastError.message) === 16 && resolve([...new Set(heard)])
        for (let i = 0; i < 20; i += 1) view.executeScript({ file: 'endless.js' }, note)
      })`
    for (let i = 0; i < 2; i += 1) {
      await show('/')
      expect(await use(refuse)).toEqual(['Failed to load file: "endless.js". '])
    }
  })

  it('is as large as in Chrome, unless the page says otherwise', async () => {
    const measure = (): Promise<unknown> =>
      use(`const { display, height, width } = getComputedStyle(view)
        return [display, width, height, Reflect.get(Element.prototype, 'shadowRoot', view).querySelector('iframe').clientHeight]`)
    expect(await measure()).toEqual(['inline-block', '300px', '300px', 300])
    await use(
      `document.head.innerHTML += '<style>webview { display: block; height: 200px; width: auto }</style>'`,
    )
    expect(await measure()).toEqual(['block', expect.stringMatching(/^\d+px$/), '200px', 200])
    await use("document.querySelector('style').remove()")
  })

  it('goes back and forth', async () => {
    await show('/')
    const where = 'return [view.src, view.canGoBack(), view.canGoForward()]'
    await use(`const loaded = next('loadstop'); view.src = '${origin}/frames'; await loaded`)
    expect(await use(where)).toEqual([`${origin}/frames`, true, false])
    await use("const loaded = next('loadstop'); await call('back'); await loaded")
    expect(await use(where)).toEqual([`${origin}/`, false, true])
    expect(await use("return call('go', -5)")).toBe(false)
    await use("const loaded = next('loadstop'); view.reload(); await loaded")
    expect(await use(where)).toEqual([`${origin}/`, false, true])
  })

  it('leaves a page that wants to stay', async () => {
    await show('/leave')
    await use(`const loaded = next('loadstop'); view.src = '${origin}/'; await loaded`)
    expect(await use("return run('document.title')")).toBe('Guest')
  })

  it('has a user agent of its own', async () => {
    await show('/agent')
    expect(
      await use('return [view.getUserAgent() === navigator.userAgent, view.isUserAgentOverridden()]'),
    ).toEqual([true, false])
    expect(await use("return run('document.body.textContent')")).toBe(await use('return navigator.userAgent'))
    const changed = `const loaded = next('loadstop'); view.setUserAgentOverride('Mine'); view.reload(); await loaded
      return [await run('document.body.textContent'), view.getUserAgent(), view.isUserAgentOverridden()]`
    expect(await use(changed)).toEqual(['Mine', 'Mine', true])
  })

  it('is zoomed', async () => {
    await show('/')
    await use("await call('setZoom', 2)")
    const changed = "heard.findLast(([name]) => name === 'zoomchange')"
    expect(await use(`return [await call('getZoom'), ${changed}]`)).toEqual([
      2,
      ['zoomchange', { oldZoomFactor: 1, newZoomFactor: 2 }],
    ])
    await use("await call('setZoom', 1)")
    expect(
      await use(`const told = [await call('getZoomMode')]
        const tell = async () => told.push(await call('getZoom'), await call('getZoomMode'))
        const change = async (mode, factor) => { await call('setZoomMode', mode); await call('setZoom', factor); await tell() }
        await change('per-view', 2)
        const loaded = next('loadstop'); view.reload(); await loaded; await tell()
        await change('disabled', 2)
        await change('per-origin', 1.5)
        await call('setZoom', 1)
        return told`),
    ).toEqual(['per-origin', 2, 'per-view', 1, 'per-origin', 1, 'disabled', 1.5, 'per-origin'])
  })

  it('is searched', async () => {
    await show('/')
    const { selectionRect, ...found } = (await use(
      "return call('find', 'hello', { matchCase: true })",
    )) as object & {
      readonly selectionRect: object
    }
    expect(found).toEqual({ numberOfMatches: 1, activeMatchOrdinal: 1, canceled: false })
    expect(Object.keys(selectionRect).toSorted()).toEqual(['height', 'left', 'top', 'width'])
    expect(await use("return (await call('find', 'nowhere')).numberOfMatches")).toBe(0)
    await use("view.stopFinding('clear')")
  })

  it('is pictured, is silent, shows a text as a page', async () => {
    await show('/')
    await use('await run(\'document.documentElement.style.background = "rgb(250, 120, 10)"\')')
    await use(`globalThis.look = async (options) => {
      const url = await call('captureVisibleRegion', options)
      const image = new Image()
      image.src = url
      await image.decode()
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(image.width - 1, image.height - 1, 1, 1)
      const size = [image.width === view.clientWidth, image.height === view.clientHeight]
      return [url.slice(0, url.indexOf(',')), ...size, ...Array.from(data, (part) => Math.round(part / 10)), url.length]
    }`)
    const seen = [true, true, 25, 12, 1, 26]
    type Look = [head: string, ...number[]]
    const lookAt = async (options: string): Promise<Look> => (await use(`return look(${options})`)) as Look
    expect(await lookAt("{ format: 'png' }")).toEqual(['data:image/png;base64', ...seen, expect.any(Number)])
    const [usual, best, worst] = [
      await lookAt(''),
      await lookAt('{ quality: 900 }'),
      await lookAt('{ quality: -9 }'),
    ]
    expect(usual).toEqual(['data:image/jpeg;base64', ...seen, expect.any(Number)])
    const lengths = [worst.at(-1), usual.at(-1), best.at(-1)]
    expect(lengths).toEqual(lengths.toSorted((one, other) => Number(one) - Number(other)))
    expect(new Set(lengths).size).toBe(3)
    expect(
      await use("view.setAudioMuted(true); return [await call('isAudioMuted'), await call('getAudioState')]"),
    ).toEqual([true, false])
    await use(
      "const loaded = next('loadstop'); view.loadDataWithBaseUrl('data:text/html,<title>Data', 'http://a.test/b'); await loaded",
    )
    expect(await use("return run('document.title + location.href')")).toBe('Datahttp://a.test/b')
  })

  it('has a menu, which the page fills and may prevent', async () => {
    await show('/')
    await use(`globalThis.told = []
      const { contextMenus } = view
      const create = (properties) => new Promise((resolve) => {
        const id = contextMenus.create(properties, () => resolve([id, chrome.runtime.lastError?.message]))
      })
      globalThis.created = [
        await create({ id: 'own', title: 'Own', onclick: ({ menuItemId }) => told.push(['onclick', menuItemId]) }),
        await create({ id: 'own', title: 'Own' }),
        await create({ id: 'link', title: 'Link', contexts: ['link'] }),
      ]
      contextMenus.onClicked.addListener((info) => told.push(['onClicked', info]))
      globalThis.prevent = (event) => { told.push('prevented'); event.preventDefault() }
      contextMenus.onShow.addListener(prevent)`)
    expect(await use('return created')).toEqual([
      ['own', undefined],
      ['own', 'Cannot create item with duplicate id own'],
      ['link', undefined],
    ])
    await app.askForMenu()
    await until('prevented', async () => String(await use('return told')) === 'prevented')
    await use('view.contextMenus.onShow.removeListener(prevent)')
    await app.askForMenu()
    await until('clicked', async () => (await use('return told.length')) === 3)
    const info = {
      editable: false,
      frameUrl: `${origin}/`,
      menuItemId: 'own',
      pageUrl: `${origin}/`,
    }
    expect(await use('return told')).toEqual(['prevented', ['onclick', 'own'], ['onClicked', info]])
    expect(await app.readMenus()).toEqual([['Own']])
    expect(
      await use(`const { contextMenus } = view
        await contextMenus.update('own', { title: 'Another' })
        await contextMenus.removeAll()
        return contextMenus.remove('own').catch(String)`),
    ).toBe('Error: Cannot find menu item with id own')
    expect(await use('try { view.contextMenus.create() } catch (error) { return String(error) }')).toBe(
      'TypeError: Error in invocation of chromeWebViewInternal.contextMenusCreate(integer instanceId, object createProperties, optional function callback): No matching signature.',
    )
  })

  it('takes the items of its menu along when nobody has it any more', async () => {
    await use(`globalThis.fill = (count) => {
        const { contextMenus } = document.createElement('webview')
        const create = (id) => new Promise((resolve) => {
          contextMenus.create({ id: String(id), title: 'x' }, () => resolve(chrome.runtime.lastError?.message))
        })
        return Promise.all(Array.from({ length: count }, (_, i) => create(i)))
      }
      await fill(1000)`)
    expect(await use('return fill(1)')).toEqual(['There are too many menu items.'])
    await until('room', async () => {
      await app.collectGarbage()
      return String(await use('return fill(1)')) === ''
    })
  })

  it('forgets what its pages have stored', async () => {
    await show('/')
    await use('await run(\'document.cookie = "a=1"; localStorage.b = 2\')')
    await use("await call('clearData', { since: 0 }, { cookies: true, localStorage: true })")
    expect(await use("return run('document.cookie + localStorage.length')")).toBe('0')
  })

  it('shows pages of the app that the manifest names, which have no chrome', async () => {
    await use("return show({ partition: 'persist:own-pages', src: 'own.html' })")
    const answer = `const answer = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true }))
      view.contentWindow.postMessage('asked', '*'); return answer`
    expect(await use(answer)).toBe('asked false')
    for (const [partition, src] of [
      ['persist:own-pages', 'helpers.js'],
      ['persist:own-pages', 'shared-%2f..%2fwindow.html'],
      ['other', 'own.html'],
    ])
      await use(`return show({ partition: '${partition}', src: '${src}' }, 'loadabort')`)
  })
})
