import type { Attack } from '../attack.ts'

export const appGuestStarts: Attack = {
  name: 'app-guest-starts',
  what: 'a Chrome App says 20,000 times that a guest may begin, which then fills its console',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, findElectrons, openPort, pause, readTally, settle, waitFor } = window.siege
      const lines = new Set<unknown>()
      let isToldTwice = false
      window.siege.hear = ({ args: [, name, line] = [] }) => {
        if (name !== 'consolemessage') return
        isToldTwice ||= lines.has(line)
        lines.add(line)
      }
      const port = await openPort()
      const view = document.createElement('webview')
      const source = `
        let i = 0
        setInterval(() => {
          for (let n = 0; n < 20; n += 1) console.log((i += 1) + 'x'.repeat(1000))
        }, 1)`
      view.setAttribute('src', `data:text/html,<script>${encodeURIComponent(source)}</script>`)
      document.documentElement.append(view)
      await pause(500)
      const { guestId } = findElectrons(view)
      const call = (method: string, ...args: unknown[]): object => ({ kind: 'call', id: 1, method, args })
      port.postMessage([0, undefined, call('webViewInternal.attach', guestId, {})])
      port.postMessage([
        0,
        undefined,
        { kind: 'interest', event: 'webViewInternal.onEvent', listening: true },
      ])
      const begin = Array.from({ length: 100 }, () => call('webViewInternal.start', guestId))
      for (let said = 0; said < times; said += begin.length) {
        port.postMessage([0, undefined, ...begin])
        await waitFor('done', said)
      }
      const heard = lines.size
      for (let i = 0; i < 500 && lines.size < heard + 30; i += 1) await pause(20)
      if (lines.size >= heard + 30 && !isToldTwice) count('each line told once')
      await settle()
      return readTally()
    }, reduce(20_000))
  },
  answered: ['done', 'each line told once'],
}
