import type { Attack } from '../attack.ts'

export const keptPort: Attack = {
  name: 'kept-port',
  what: 'hands its port to another window, goes to another document, and the other one goes on calling',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    await page.run(async () => {
      const popup = await window.siege.openWindow()
      const { port1, port2 } = new MessageChannel()
      popup.postMessage('channel', '*', [port2])
      const port = await window.siege.openPort()
      const run = popup as unknown as { eval: (code: string) => void }
      run.eval(`{
        let calls = 0
        window.hear = (port) => {
          const record = { kind: 'call', id: 1, method: 'tcp.create', args: [{}] }
          setInterval(() => {
            for (let i = 0; i < 100; i += 1) port.postMessage([0, undefined, ...Array.from({ length: 100 }, () => record)])
          }, 10)
        }
      }`)
      ;(popup as unknown as { hear: (given: MessagePort) => void }).hear(port)
      port1.close()
      // The first of them are heard while the page is still there.
      await window.siege.waitFor('closed')
    })
    for (let i = 0; i < 5; i += 1) {
      await page.load(`app://hostile/?${i}`)
      await page.run((times) => window.siege.pause(times), reduce(1000))
    }
    return page.run(() => window.siege.call('tcp.create').then(() => window.siege.readTally()))
  },
  refused: ['message'],
}
