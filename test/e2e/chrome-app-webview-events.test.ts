import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchWebviewApp } from '../support/electron/launch-webview-app.ts'
import type { WebviewApp } from '../support/electron/launch-webview-app.ts'
import { until } from '../support/until.ts'

let app: WebviewApp
let origin: string
const use = (script: string): Promise<unknown> => app.use(script)
const show = (page: string, last?: string): Promise<unknown> => app.show(page, last)

beforeAll(async () => {
  app = await launchWebviewApp()
  ;({ origin } = app)
})

afterAll(() => app.close())

describe('a <webview> tells', () => {
  const loaded = (url: string): unknown[] => [
    ['loadcommit', { url, isTopLevel: true }],
    ['contentload', {}],
    ['loadstop', {}],
  ]

  it('what it loads', async () => {
    const url = `${origin}/`
    expect(await show('/')).toEqual([['loadstart', { url, isTopLevel: true }], ...loaded(url)])
  })

  it('where it is sent', async () => {
    const [oldUrl, newUrl] = [`${origin}/redirect`, `${origin}/`]
    expect(await show('/redirect')).toEqual([
      ['loadstart', { url: oldUrl, isTopLevel: true }],
      ['loadredirect', { isTopLevel: true, oldUrl, newUrl }],
      ...loaded(newUrl),
    ])
    expect(await use('return view.src')).toBe(newUrl)
  })

  it('what its frames load', async () => {
    expect(await show('/frames')).toEqual(
      expect.arrayContaining([
        ['loadstart', { url: `${origin}/`, isTopLevel: false }],
        ['loadcommit', { url: `${origin}/`, isTopLevel: false }],
      ]),
    )
  })

  it('what it cannot load', async () => {
    await app.hear('<webview>: The load has aborted with error -312: ERR_UNSAFE_PORT.', () =>
      use("return show({ src: 'http://127.0.0.1:1/' }, 'loadabort')"),
    )
    const failure = { code: -312, isTopLevel: true, reason: 'ERR_UNSAFE_PORT', url: 'http://127.0.0.1:1/' }
    expect(await use("return heard.find(([name]) => name === 'loadabort')[1]")).toEqual(failure)
    await show('/')
  })

  it('what is written to its console', async () => {
    await show('/')
    const levels = ['debug', 'log', 'warn', 'error'].map((level) => `console.${level}('${level}')`)
    await use(`await run("${levels.join(';')}"); await run('1')`)
    const messages =
      'heard.filter(([name, { sourceId }]) => name === "consolemessage" && !sourceId.startsWith("node:")).map(([, { level, message }]) => [level, message])'
    expect(await use(`return ${messages}`)).toEqual([
      [-1, 'debug'],
      [0, 'log'],
      [1, 'warn'],
      [2, 'error'],
    ])
  })

  it('of that 8192 characters, and nothing in words of Electron', async () => {
    await show('/')
    const said = "document.title = 'x'.repeat(100000); console.log('y'.repeat(100000)); window.close(); 1"
    const told = await use(`const electrons = []
      for (const name of ['console-message', 'page-title-updated']) view.addEventListener(name, () => electrons.push(name))
      const [message, closed] = [next('consolemessage'), next('close')]
      run(${JSON.stringify(said)})
      await closed
      return [(await message).message.length, electrons]`)
    expect(told).toEqual([8192, []])
  })

  it('that its process has gone, and loads anew', async () => {
    await show('/')
    const gone = await use(
      "const gone = next('exit'); view.terminate(); return [await gone, view.getProcessId()]",
    )
    expect(gone).toEqual([{ processId: expect.any(Number), reason: 'killed' }, expect.any(Number)])
    await use(`const loaded = next('loadstop'); view.src = '${origin}/agent'; await loaded`)
    expect(await use("return run('document.title')")).toBe('')
  })

  it('that its process was ended, which filled the main process', async () => {
    await show('/')
    const flood = "setTimeout(() => { for (;;) new Worker('data:,').terminate() })"
    expect(
      await use(`const gone = next('exit'); await run(${JSON.stringify(flood)}); return (await gone).reason`),
    ).toBe('killed')
  })

  // Electron's own word of its end may come before that.
  it('that its process has gone while another one loads its next page', async () => {
    for (let delay = 36; delay <= 76; delay += 4) {
      await show('/')
      const ends = await use(`const gone = next('exit')
        view.src = 'data:text/html,other'
        await new Promise((resolve) => setTimeout(resolve, ${delay}))
        view.terminate()
        return (await gone).reason`)
      expect(ends).toBe('killed')
    }
  })
})

describe('a <webview> tells also', () => {
  it('what is found', async () => {
    await show('/')
    const [results, update] = (await use(`const told = next('findupdate')
      const results = await call('find', 'hello', { matchCase: false })
      return [results, await told]`)) as [object, object]
    expect(results).toMatchObject({ numberOfMatches: 2, activeMatchOrdinal: 1, canceled: false })
    expect(update).toMatchObject({ searchText: 'hello', canceled: false, selectionRect: expect.any(Object) })
    expect(await use("return call('find', 'hello', { matchCase: true })")).toMatchObject({
      numberOfMatches: 1,
    })
    await use("view.stopFinding('clear')")
  })

  it('that its page wants to be closed', async () => {
    await show('/')
    expect(await use("const closed = next('close'); run('window.close(); 1'); return closed")).toEqual({})
  })

  it('that its page is heard', async () => {
    await show('/')
    const sound = `const context = new AudioContext(); const oscillator = context.createOscillator()
      oscillator.connect(context.destination); oscillator.start(); context.resume(); 1`
    const told = use(
      `const heard = next('audiostatechanged'); await run(${JSON.stringify(sound)}); return heard`,
    )
    expect(await told).toEqual({ audible: true })
    expect(await use('return new Promise((resolve) => view.getAudioState(resolve))')).toBe(true)
  })

  it('and has its page print itself', async () => {
    await show('/')
    await use('await run(\'addEventListener("beforeprint", () => console.log("printed")); 1\')')
    const told = use("const told = next('consolemessage'); view.print(); return (await told).message")
    expect(await told).toBe('printed')
  })
})

describe('its page decides', () => {
  it('of windows', async () => {
    await show('/')
    const open = 'run(\'window.open("/frames", "named", "width=200,height=100"); 1\')'
    const asked = await use(`const asked = next('newwindow', (event) => {
        const other = document.createElement('webview')
        document.body.append(other)
        event.window.attach(other)
        globalThis.attached = other
      })
      ${open}
      const { window: answers, ...fields } = await asked
      return [Object.keys(answers), fields]`)
    expect(asked).toEqual([
      ['attach', 'discard'],
      {
        initialHeight: 100,
        initialWidth: 200,
        name: 'named',
        targetUrl: `${origin}/frames`,
        windowOpenDisposition: 'new_popup',
      },
    ])
    await until('attached', async () =>
      Boolean(
        await use(`return attached.src === '${origin}/frames' && attached.getProcessId() !== undefined`),
      ),
    )
    await app.hear('<webview>: A new window was blocked.', () =>
      use(`const asked = next('newwindow'); ${open}; await asked`),
    )
  })

  it('of permissions that the app has', async () => {
    await show('/')
    const locate = (options: string): string =>
      `run('new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve(0), ({ code }) => resolve(code), ${options}))')`
    const answer = (method: string): Promise<unknown> =>
      use(`const asked = next('permissionrequest', (event) => event.request.${method}())
        const code = ${locate('{ timeout: 50 }')}
        const { permission, request, url } = await asked
        return [permission, request.url, url, await code]`)
    expect(await answer('deny')).toEqual(['geolocation', `${origin}/`, `${origin}/`, 1])
    const [, , , code] = (await answer('allow')) as unknown[]
    expect(code).not.toBe(1)
    const denial = '<webview>: The permission request for "geolocation" has been denied.'
    await app.hear(denial, () => use(`return ${locate('{}')}`))
  })

  it('of downloads', async () => {
    await show('/')
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'downloads-'))
    await app.downloadTo(folder)
    const download = (method: string): Promise<unknown> =>
      use(`const asked = next('permissionrequest', (event) => event.request.${method}())
        run('location = "/download"; 1')
        const { permission, request, url } = await asked
        return [permission, request.url, url]`)
    const url = `${origin}/download`
    for (const method of ['deny', 'allow', 'allow'])
      expect(await download(method)).toEqual(['download', url, url])
    const names = ['_a b (1).txt', '_a b.txt']
    await until('saved', () => fs.readdirSync(folder).toSorted().join() === names.join())
    for (const name of names) expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe('downloaded')
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it('of the full screen', async () => {
    await show('/')
    const isFull = async (): Promise<unknown[]> => [
      await app.useGuest('document.fullscreenElement !== null'),
      await use('return chrome.app.window.current().isFullscreen()'),
    ]
    await use("globalThis.asked = next('permissionrequest', (event) => event.request.allow())")
    await app.useGuest('document.body.requestFullscreen()')
    expect(
      await use(
        'const { origin, permission, request } = await asked; return [permission, origin, request.origin]',
      ),
    ).toEqual(['fullscreen', `${origin}/`, `${origin}/`])
    await until('full screen', async () => JSON.stringify(await isFull()) === '[true,true]')
    await app.useGuest('document.exitFullscreen()')
    await until('no full screen', async () => JSON.stringify(await isFull()) === '[false,false]')
  })

  it('of dialogs', async () => {
    await show('/')
    const confirm = (answer: string): Promise<unknown> =>
      use(`const asked = next('dialog', (event) => { ${answer} })
        const result = run('confirm("Sure?")')
        const { dialog, ...fields } = await asked
        return [fields, await result]`)
    const fields = { defaultPromptText: '', messageText: 'Sure?', messageType: 'confirm', url: `${origin}/` }
    expect(await confirm('event.dialog.ok()')).toEqual([fields, true])
    expect(await confirm('event.preventDefault(); setTimeout(() => event.dialog.cancel())')).toEqual([
      fields,
      false,
    ])
    await app.hear('<webview>: A confirm dialog was blocked.', () => confirm(''))
  })

  it('of what its pages ask to be told, from their first script on', async () => {
    const ask = (answer: string): Promise<unknown> =>
      use(`const asked = next('dialog', (event) => { ${answer} })
        const loaded = next('loadstop')
        view.src = '${origin}/ask'
        const { dialog, ...fields } = await asked
        await loaded
        return [fields, await run('document.title')]`)
    const fields = {
      defaultPromptText: 'nobody',
      messageText: 'Who?',
      messageType: 'prompt',
      url: `${origin}/ask`,
    }
    await show('/')
    expect(await ask("event.dialog.ok('Somebody')")).toEqual([fields, 'Somebody'])
    expect(await ask('event.dialog.ok()')).toEqual([fields, ''])
    expect(await ask('event.preventDefault(); setTimeout(() => event.dialog.cancel())')).toEqual([
      fields,
      'null',
    ])
    await app.hear('<webview>: A prompt dialog was blocked.', () => ask(''))
  })
})
