import { bridgeKey, handOverEvent } from '../../renderer-types/wire.ts'
import type { PagePorts } from './connection.ts'

/**
 * Runs in the page's own world before any of its scripts. The ports come as an event that no script of the page can
 * hear: the listener is there for the length of one call only.
 */
export function takePorts(act: (ports: PagePorts) => void): void {
  const page = globalThis as typeof globalThis & Record<string, { connect: () => void } | undefined>
  page.addEventListener(
    handOverEvent,
    (event) => {
      const [calls, answers] = (event as MessageEvent).ports
      if (calls !== undefined && answers !== undefined) act({ calls, answers })
    },
    { once: true },
  )
  page[bridgeKey]?.connect()
}
