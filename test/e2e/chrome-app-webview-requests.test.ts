import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchWebviewApp } from '../support/electron/launch-webview-app.ts'
import type { WebviewApp } from '../support/electron/launch-webview-app.ts'
import { until } from '../support/until.ts'

let app: WebviewApp
let origin: string
const use = (script: string): Promise<unknown> => app.use(script)

/** Puts a new `<webview>` there; `act` does something with its `request` before it shows anything. */
const show = (path: string, act: string, last = 'loadstop'): Promise<unknown> =>
  use(`
    view = document.createElement('webview')
    const { request } = view
    const told = []
    globalThis.told = told
    const tell = (name, pick = ({ type, url }) => [type, url]) => (details) => { told.push([name, ...pick(details)]) }
    const all = { urls: ['<all_urls>'] }
    ${act}
    // The end of the request may be told after that of the load.
    const ended = new Promise((resolve) => {
      const events = [request.onCompleted, request.onErrorOccurred]
      const end = () => {
        for (const event of events) event.removeListener(end)
        resolve()
      }
      for (const event of events) event.addListener(end, { ...all, types: ['main_frame'] })
    })
    view.src = '${origin}${path}'
    const loaded = next(${JSON.stringify(last)})
    document.body.replaceChildren(view)
    await Promise.all([loaded, ended])
    return told.map((each) => each.map((text) => typeof text === 'string' ? text.replace('${origin}', '') : text))`)

const text = (): Promise<unknown> => use("return run('document.body.textContent')")

beforeAll(async () => {
  app = await launchWebviewApp()
  ;({ origin } = app)
})

afterAll(() => app.close())

describe('webview.request tells', () => {
  const names = [
    'onBeforeRequest',
    'onBeforeSendHeaders',
    'onSendHeaders',
    'onHeadersReceived',
    'onBeforeRedirect',
    'onResponseStarted',
    'onCompleted',
    'onErrorOccurred',
  ]
  const listen = `for (const name of ${JSON.stringify(names)}) request[name].addListener(tell(name), all)`

  it('of each request, from the first one on', async () => {
    const before = ['onBeforeRequest', 'onBeforeSendHeaders', 'onSendHeaders', 'onHeadersReceived']
    expect(await show('/redirect', listen)).toEqual([
      ...[...before, 'onBeforeRedirect'].map((name) => [name, 'main_frame', '/redirect']),
      ...[...before, 'onResponseStarted', 'onCompleted'].map((name) => [name, 'main_frame', '/']),
    ])
  })

  it('what Chrome tells', async () => {
    const pick = `request.onCompleted.addListener((details) => told.push([Object.keys(details).sort().join()]), all)
      request.onCompleted.addListener(tell('of', ({ frameId, parentFrameId, tabId, type, statusLine, initiator }) => [frameId, parentFrameId, tabId, type, statusLine, initiator]), { urls: [], types: ['main_frame'] })
      request.onSendHeaders.addListener(tell('sends', ({ requestHeaders }) => [requestHeaders.some(({ name }) => /^(accept-encoding|sec-fetch-mode)$/i.test(name))]), all, ['requestHeaders'])
      request.onSendHeaders.addListener(tell('sends all', ({ requestHeaders }) => [requestHeaders.some(({ name }) => /^accept-encoding$/i.test(name))]), all, ['requestHeaders', 'extraHeaders'])`
    await show('/', pick)
    const told = (await use('return told')) as readonly unknown[]
    expect(told).toEqual([
      ['sends', false],
      ['sends all', true],
      [
        'documentLifecycle,frameId,frameType,fromCache,ip,method,parentFrameId,requestId,statusCode,statusLine,tabId,timeStamp,type,url',
      ],
      ['of', 0, -1, -1, 'main_frame', 'HTTP/1.1 200 OK', undefined],
    ])
  })

  it('the body, as the fields of a form where it reads like one', async () => {
    await show(
      '/',
      `request.onBeforeRequest.addListener(({ requestBody }) => { told.push(requestBody) }, { urls: ['*://*/agent'] }, ['requestBody'])`,
    )
    await app.useGuest(`{
      const form = new FormData()
      form.append('a', new File(['text'], 'a.txt'))
      form.append('b', 'é')
      const bodies = [new URLSearchParams([['a', '1 2'], ['a', '3']]), form, '{}', new Uint8Array(70_000)]
      const post = (body) => fetch('/agent', { method: 'POST', body })
      bodies.reduce((before, body) => before.then(() => post(body)), Promise.resolve())
    }`)
    await until('bodies', async () => (await use('return told.length')) === 4)
    const told = await use(
      'return told.map(({ raw, ...others }) => (raw === undefined ? others : raw.map(({ bytes }) => [bytes instanceof ArrayBuffer, new TextDecoder().decode(bytes)])))',
    )
    expect(told).toEqual([
      { formData: { a: ['1 2', '3'] } },
      { formData: { a: ['a.txt'], b: ['é'] } },
      [[true, '{}']],
      { error: 'Unknown error.' },
    ])
  })

  it('what a filter lets through, by address and by type', async () => {
    const act = `request.onCompleted.addListener(tell('frame', ({ frameId, parentFrameId, initiator, url }) => [frameId > 0, parentFrameId, initiator, url]), { urls: ['<all_urls>'], types: ['sub_frame'] })
      request.onCompleted.addListener(tell('path'), { urls: ['http://127.0.0.1/fr*'] })
      request.onCompleted.addListener(tell('host'), { urls: ['*://*.example.org/*'] })
      request.onCompleted.addListener(tell('nothing'), { urls: [], types: [] })`
    await show('/frames', act)
    expect(await use('return told.sort()')).toEqual([
      ['frame', true, 0, origin, `${origin}/`],
      ['path', 'main_frame', `${origin}/frames`],
    ])
  })

  it('nothing of other guests, and nothing once it is not asked', async () => {
    await show('/', 'globalThis.listener = tell("mine"); request.onCompleted.addListener(listener, all)')
    await use(`const other = Object.assign(document.createElement('webview'), { src: '${origin}/agent' })
      await new Promise((resolve) => { other.addEventListener('loadstop', resolve); document.body.append(other) })
      other.remove()`)
    expect(await use('return told.length')).toBe(1)
    const left = await use(`const { onCompleted } = view.request
      const before = [onCompleted.hasListener(listener), onCompleted.hasListeners()]
      onCompleted.removeListener(listener)
      const loaded = next('loadstop'); view.reload(); await loaded
      return [...before, onCompleted.hasListener(listener), onCompleted.hasListeners(), told.length]`)
    expect(left).toEqual([true, true, false, false, 1])
  })

  it('another guest of the same element, too', async () => {
    await show('/', 'request.onCompleted.addListener(tell("mine"), all)')
    await use(`const gone = next('exit'); view.terminate(); await gone
      const loaded = next('loadstop'); view.src = '${origin}/agent'; await loaded`)
    expect(await use('return told.length')).toBe(2)
  })
})

describe('webview.request asks', () => {
  it('whether a request is made at all', async () => {
    const cancel = "request.onBeforeRequest.addListener(() => ({ cancel: true }), all, ['blocking'])"
    await show('/', cancel, 'loadabort')
    const failed = await show(
      '/',
      `${cancel}; request.onErrorOccurred.addListener(tell('error', ({ error }) => [error]), all)`,
      'loadabort',
    )
    expect(failed).toEqual([['error', 'net::ERR_BLOCKED_BY_CLIENT']])
  })

  it('where it goes', async () => {
    const to = (event: string): string =>
      `request.${event}.addListener(({ url }) => url.endsWith('/frames') ? { redirectUrl: '${origin}/agent' } : {}, all, ['blocking'])`
    for (const event of ['onBeforeRequest', 'onHeadersReceived']) {
      await show('/frames', to(event))
      expect(await use('return view.src')).toBe(`${origin}/agent`)
    }
    const nowhere = `request.onBeforeRequest.addListener(() => ({ redirectUrl: 'file:///etc/hostname' }), all, ['blocking'])`
    await show('/', nowhere, 'loadabort')
  })

  it('what it says', async () => {
    const change = (name: string, extra: string): string =>
      `request.onBeforeSendHeaders.addListener(({ requestHeaders }) => ({ requestHeaders: [
        ...requestHeaders.filter(({ name }) => name !== 'User-Agent'),
        { name: '${name}', value: 'of the app' }
      ] }), all, ['blocking', 'requestHeaders'${extra}])`
    await show('/headers', `${change('X-One', '')}; ${change('X-Two', '')}; ${change('Referer', '')}`)
    const sent = JSON.parse(String(await text())) as Record<string, string>
    expect(sent).toMatchObject({ 'x-one': 'of the app', 'accept-encoding': expect.any(String) })
    expect(Object.keys(sent)).not.toContain('user-agent')
    expect(Object.keys(sent)).not.toContain('referer')
  })

  it('what is heard', async () => {
    const change = `request.onHeadersReceived.addListener(({ responseHeaders }) => ({ responseHeaders: [
      ...responseHeaders.filter(({ name }) => name !== 'content-type'),
      { name: 'Content-Type', value: 'text/plain' },
      { name: 'X-Bytes', binaryValue: [97, 98] }
    ] }), all, ['blocking', 'responseHeaders'])`
    const seen = `request.onCompleted.addListener(tell('seen', ({ responseHeaders }) => responseHeaders.filter(({ name }) => /^x-|type/i.test(name)).map(({ value }) => value)), all, ['responseHeaders'])`
    expect(await show('/', `${change}; ${seen}`)).toEqual([['seen', 'text/plain', 'ab']])
    expect(await text()).toContain('<title>')
  })

  it('who the user is, at once or later', async () => {
    const answer = "{ authCredentials: { username: 'u', password: 'p' } }"
    const listen = (listener: string, extra: string): string =>
      `request.onAuthRequired.addListener(${listener}, all, ['${extra}'])`
    const expected = `Basic ${Buffer.from('u:p').toString('base64')}`
    const told =
      "tell('asked', ({ challenger, isProxy, realm, scheme, statusCode, type }) => [challenger.host, isProxy, realm, scheme, statusCode, type])"
    await show('/secret', `view.partition = 'refused'; ${listen('() => ({ cancel: true })', 'blocking')}`)
    expect(await text()).toBe('Who?')
    await show('/secret', `view.partition = 'unsaid'; ${listen('() => ({})', 'blocking')}`)
    expect(await text()).toBe('Who?')
    const asked = await show(
      '/secret',
      `view.partition = 'at-once'; request.onAuthRequired.addListener(${told}, all); ${listen(`() => (${answer})`, 'blocking')}`,
    )
    expect(asked).toEqual([['asked', '127.0.0.1', false, 'Guests', 'basic', 401, 'main_frame']])
    expect(await text()).toBe(expected)
    await show(
      '/secret',
      `view.partition = 'later'; ${listen(`(details, answer) => void setTimeout(answer, 50, ${answer})`, 'asyncBlocking')}`,
    )
    expect(await text()).toBe(expected)
  })

  it('a page that throws no more, or says what it cannot mean', async () => {
    for (const [answer, line] of [
      ['throw new Error("of the app")', undefined],
      [
        "return { redirectUrl: 'nowhere' }",
        "Unchecked runtime.lastError: redirectUrl 'nowhere' is not a valid URL.",
      ],
      [
        "return { cancel: true, redirectUrl: 'http://a.test/' }",
        'Unchecked runtime.lastError: cancel cannot be true in the presence of other keys.',
      ],
    ] as const) {
      const act = (): Promise<unknown> =>
        show('/', `request.onBeforeRequest.addListener(() => { ${answer} }, all, ['blocking'])`)
      await (line === undefined ? act() : app.hear(line, act))
      expect(await use("return run('document.title')")).toBe('Guest')
    }
  })
})

it('webview.request takes what Chrome takes', async () => {
  const add = (name: string, args: string): Promise<unknown> =>
    use(
      `try { view.request.${name}.addListener(${args}); return 'taken' } catch (error) { return String(error) }`,
    )
  await show('/', '')
  const none = 'TypeError: No matching signature.'
  expect(await add('onCompleted', '() => {}')).toBe(none)
  expect(await add('onCompleted', "() => {}, { urls: [] }, 'blocking'")).toBe(none)
  expect(await add('onCompleted', '() => {}, {}')).toBe(
    "TypeError: Error at parameter 'filter': Missing required property 'urls'.",
  )
  expect(await add('onSendHeaders', "() => {}, { urls: [] }, ['blocking']")).toBe(
    "TypeError: Error at parameter 'extraInfoSpec': Error at index 0: Value must be one of extraHeaders, requestHeaders.",
  )
  expect(await add('onCompleted', "1, { urls: ['nope'] }")).toBe('taken')
  await app.hear("Unchecked runtime.lastError: 'nope' is not a valid URL pattern.", () =>
    add('onCompleted', "() => {}, { urls: ['nope'] }"),
  )
  await app.hear('Unchecked runtime.lastError: There are too many filters.', () =>
    add('onCompleted', "() => {}, { urls: Array(1000).fill('<all_urls>') }"),
  )
})
