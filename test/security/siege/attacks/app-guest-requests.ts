import type { Attack } from '../attack.ts'

interface Given {
  readonly guests: number
  readonly listeners: number
  readonly seconds: number
  /** The page was taken over, and answers nothing. */
  readonly isMute: boolean
}

/** Guests ask for addresses of 8000 characters without end. */
async function ask({ guests, isMute, listeners, seconds }: Given): Promise<Record<string, number>> {
  const { block, count, findElectrons, openPort, pause, readTally, settle, waitFor } = window.siege
  const port = isMute ? await openPort() : undefined
  const source = `<script>
    const ask = (i) => (new Image().src = 'http://127.0.0.1:9/' + i + 'a'.repeat(8000))
    setInterval(() => { for (let i = 0; i < 100; i += 1) ask(i) }, 10)
  </script>`
  const views = Array.from({ length: guests }, () => {
    const view = document.createElement('webview')
    view.addEventListener('loadcommit', () => count('loadcommit'))
    view.setAttribute('src', `data:text/html,${encodeURIComponent(source)}`)
    document.documentElement.append(view)
    return view
  })
  const events = ['onBeforeRequest', 'onBeforeSendHeaders', 'onErrorOccurred']
  const urls = Array.from({ length: 200 }, (_, i) => `*://*/*b${'a'.repeat(200)}${i}*`)
  const rows = Array.from({ length: listeners }, (_, listenerId) => {
    const event = events[listenerId % 3]
    const filter = { urls: listenerId % 20 === 19 ? urls : ['<all_urls>'] }
    return { listenerId, event, filter, extraInfo: event === 'onErrorOccurred' ? [] : ['blocking'] }
  })
  const listen = (view: Element, { event, extraInfo, filter, listenerId }: (typeof rows)[number]): void => {
    const heard: unknown = Reflect.get(Reflect.get(view, 'request') as object, String(event))
    const hear = (): void => {
      count('asked')
      if (listenerId % 50 === 0) block(20)
    }
    Reflect.apply(Reflect.get(Object(heard), 'addListener'), heard, [hear, filter, extraInfo])
  }
  const say = (key: string, ...args: unknown[]): object => ({
    kind: 'call',
    id: 1,
    method: `webViewInternal.${key}`,
    args,
  })
  if (port === undefined) {
    await waitFor('loadcommit', 0, 20_000)
    for (const row of rows) for (const view of views) listen(view, row)
    await waitFor('asked', 0, 20_000)
  } else {
    for (const view of views) {
      let { guestId } = findElectrons(view)
      for (; !(guestId > 0); { guestId } = findElectrons(view)) await pause(20)
      const adding = rows.slice(0, 70).map((row) => say('addRequestListener', guestId, row))
      port.postMessage([0, undefined, say('attach', guestId, {}), ...adding, say('start', guestId)])
      await settle(500)
    }
  }
  await pause(seconds * 1000)
  for (const view of views) view.remove()
  await settle()
  return readTally()
}

export const appGuestRequests: Attack = {
  name: 'app-guest-requests',
  what: 'a Chrome App adds 1000 listeners with long filters to 16 guests that make 10,000 requests a second, and answers late, or never',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    const given = {
      guests: Math.max(2, reduce(16)),
      listeners: Math.max(100, reduce(1000)),
      seconds: Math.max(1, reduce(8)),
    }
    await page.run(ask, { ...given, isMute: false })
    return page.run(ask, { ...given, isMute: true })
  },
  answered: ['asked', 'There are too many filters.'],
}
