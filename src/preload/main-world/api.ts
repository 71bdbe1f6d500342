import type { EventName, MethodName } from '../../renderer-types/contract/index.ts'
import { sockets } from '../../renderer-types/contract/index.ts'
import type { MethodRow, NamespaceRow } from '../../renderer-types/contract/words.ts'
import type { Calls } from './calls.ts'
import { createFunction } from './event.ts'
import type { EventSource, Listener } from './event.ts'
import { createMatcher } from './signature.ts'

function createMethod(name: string, row: MethodRow, key: string, calls: Calls): Listener {
  const match = createMatcher(`sockets.${name}`, row)
  return createFunction(key, (args) => calls.start(name as MethodName, match(args), row.promise))
}

function createNamespace(
  name: string,
  row: NamespaceRow,
  calls: Calls,
  events: Readonly<Record<EventName, EventSource>>,
): Record<string, unknown> {
  const namespace: Record<string, unknown> = {}
  for (const key of Object.keys(row.events))
    namespace[key] = events[`${name}.${key}` as EventName].chromeEvent
  for (const [key, method] of Object.entries(row.methods)) {
    namespace[key] = createMethod(`${name}.${key}`, method, key, calls)
  }
  return Object.assign(namespace, row.enums)
}

/** Builds `chrome.sockets` from the contract, its keys in Chrome's order. */
export function createSockets(
  calls: Calls,
  events: Readonly<Record<EventName, EventSource>>,
): Record<string, unknown> {
  const api: Record<string, unknown> = {}
  for (const [name, row] of Object.entries<NamespaceRow>(sockets)) {
    api[name] = createNamespace(name, row, calls, events)
  }
  return api
}
