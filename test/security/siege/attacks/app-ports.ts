import type { Attack } from '../attack.ts'

export const appPorts: Attack = {
  name: 'app-ports',
  what: 'a Chrome App connects its pages by 5000 ports, says 20 messages on each that nobody reads, and leaves half of them open',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, pause, readTally } = window.siege
      const { app, runtime } = window.chrome as unknown as HostedChrome
      runtime.onConnect.addListener(() => count('connected'))
      const made = await new Promise<AppWindowLike | undefined>((resolve) => {
        app.window.create('hostile.html', { hidden: true }, resolve)
      })
      const other = made?.contentWindow.chrome as unknown as HostedChrome
      const body = { text: 'x'.repeat(1000) }
      for (let i = 0; i < times; i += 1) {
        const port = other.runtime.connect({ name: `port ${i}` })
        for (let said = 0; said < 20; said += 1) port.postMessage(body)
        if (i % 2 === 0) port.disconnect()
        if (i % 100 === 0) await pause(0)
      }
      await window.siege.settle()
      return readTally()
    }, reduce(5000))
  },
  answered: ['connected'],
}
