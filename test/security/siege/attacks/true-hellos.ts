import { protocolVersion } from '../../../../src/renderer-types/wire.ts'
import type { Attack } from '../attack.ts'

export const trueHellos: Attack = {
  name: 'true-hellos',
  what: 'greets as an honest preload does, and opens a good port, 5000 times',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(
      async ({ protocol, times }) => {
        for (let i = 0; i < times; i += 1) {
          window.compromised.sayHello({ protocol, contextIsolated: true })
          window.compromised.sendPorts(3)
          if (i % 100 === 0) await window.siege.pause(0)
        }
        const port = await window.siege.openPort()
        port.postMessage([0, undefined, { kind: 'call', id: 1, method: 'tcp.create', args: [{}] }])
        await window.siege.waitFor('ok')
        return window.siege.readTally()
      },
      { protocol: protocolVersion, times: reduce(5000) },
    )
  },
  answered: ['ok'],
}
