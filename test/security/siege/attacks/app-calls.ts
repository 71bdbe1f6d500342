import type { Attack } from '../attack.ts'

export const appCalls: Attack = {
  name: 'app-calls',
  what: 'a Chrome App says the rows of its own facade by hand: 100,000 windows that it does not open, those of others, icons, its last moment',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { openPort, pause, readTally, settle } = window.siege
      window.open('hostile.html', 'forged-token')
      window.open('https://example.test/', crypto.randomUUID())
      const call = (method: string, ...args: unknown[]): object => ({ kind: 'call', id: 1, method, args })
      const calls = [
        call('currentWindow.open', 'hostile.html', { id: 'x', singleton: false }),
        call('currentWindow.open', 'x'.repeat(2000), { hidden: true }),
        call('currentWindow.open', 'https://example.test/', undefined),
        call('currentWindow.confirmClosing'),
        call('currentWindow.setIcon', 'http://['),
        call('currentWindow.setBounds', 'innerBounds', { left: -1e9, width: 1e9 }),
        call('life.ready'),
        call('life.keepAlive'),
        call('life.confirmSuspending', 1, false),
        call('life.notePorts', true),
        call('runtime.getPlatformInfo'),
      ]
      const port = await openPort()
      for (let said = 0; said < times; said += 100) {
        port.postMessage([0, undefined, ...Array.from({ length: 10 }, () => calls).flat()])
        await pause(5)
      }
      // So many in one turn wait for nothing that main says.
      for (let said = 0; said < 1000; said += 1) port.postMessage([0, undefined, ...calls])
      await settle()
      return readTally()
    }, reduce(100_000))
  },
  refused: ['message'],
}
