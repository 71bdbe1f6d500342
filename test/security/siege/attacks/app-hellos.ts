import { protocolVersion } from '../../../../src/renderer-types/wire.ts'
import type { Attack } from '../attack.ts'

export const appHellos: Attack = {
  name: 'app-hellos',
  what: 'the background page of a Chrome App greets again 5000 times, opens as many ports, and says of each that it is ready',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ protocol, times }) => {
        const { openPort, pause, readTally, waitFor } = window.siege
        for (let i = 0; i < times; i += 1) {
          window.compromised.sayHello({ protocol, contextIsolated: true })
          const port = await openPort()
          port.postMessage([0, undefined, { kind: 'call', id: 1, method: 'life.ready', args: [] }])
          if (i % 100 === 0) await pause(0)
        }
        await waitFor('ok')
        return readTally()
      },
      { protocol: protocolVersion, times: reduce(5000) },
    )
  },
  answered: ['ok'],
}
