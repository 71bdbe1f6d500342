import type { Attack } from '../attack.ts'

/** The app is the server of a guest, whose service worker asks for locks when the guest has gone. */
async function flood(time: number): Promise<Record<string, number>> {
  const { pause, readTally, servePages, settle, waitFor } = window.siege
  const pages: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', '<script>navigator.serviceWorker.register("/worker")</script>'],
    '/worker': [
      'text/javascript',
      `oninstall = () => skipWaiting()
      onactivate = (event) => event.waitUntil((async () => {
        await fetch('/begins')
        await new Promise((resolve) => setTimeout(resolve, 1000))
        for (const end = Date.now() + ${time}, at = { i: 0 }; Date.now() < end; at.i += 1)
          navigator.locks.request('a' + at.i, () => {})
        await fetch('/ends')
      })())`,
    ],
  }
  const port = await servePages(pages)
  const view = document.createElement('webview')
  view.setAttribute('partition', 'service worker')
  view.setAttribute('src', `http://127.0.0.1:${port}/`)
  document.documentElement.append(view)
  await waitFor('/begins', 0, 20_000)
  view.remove()
  await waitFor('/ends', 0, 40_000)
  await pause(100)
  await settle()
  return readTally()
}

export const appServiceWorkers: Attack = {
  name: 'app-service-workers',
  what: 'a Chrome App shows a guest whose service worker asks for locks as fast as it computes, and takes the guest away before',
  before: 'main stalled for 12 s',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(flood, Math.max(500, reduce(4000)))
  },
  answered: ['/begins'],
}
