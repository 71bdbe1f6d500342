import type { AcceptedGrant } from '../../renderer-types/wire.ts'
import { bridgeKey, handOverEvent } from '../../renderer-types/wire.ts'
import type { PagePorts } from './connection.ts'

/**
 * Runs in the page's own world before any of its scripts. The ports come as an event that no script of the page can
 * hear: the listener is there for the length of one call only.
 */
export function takeOver(act: (grant: AcceptedGrant, ports: PagePorts) => void): void {
  const page = globalThis as typeof globalThis &
    Record<string, { connect: () => string | undefined } | undefined>
  let ports: readonly MessagePort[] = []
  page.addEventListener(handOverEvent, (event) => (ports = (event as MessageEvent).ports), { once: true })
  const grant = page[bridgeKey]?.connect()
  const [calls, answers] = ports
  if (grant === undefined || calls === undefined || answers === undefined) return
  act(JSON.parse(grant) as AcceptedGrant, { calls, answers })
}
