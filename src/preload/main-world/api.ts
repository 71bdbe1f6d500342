import type { EventName, MethodName, Namespace } from '../../renderer-types/contract/index.ts'
import { contract } from '../../renderer-types/contract/index.ts'
import type { MethodRow, NamespaceRow } from '../../renderer-types/contract/words.ts'
import type { Calls } from './calls.ts'
import { createFunction } from './create-function.ts'
import type { EventSource, Listener } from './event.ts'
import { createMatcher } from './signature.ts'

export type Events = Readonly<Record<EventName, EventSource>>

function createMethod(name: MethodName, path: string, key: string, row: MethodRow, calls: Calls): Listener {
  const match = createMatcher(`${path}.${key}`, row)
  return createFunction(key, (args) => {
    // A page that has gone is told so whatever it calls with.
    calls.checkContext()
    return calls.start(name, match(args))
  })
}

/** Builds one namespace from its rows, its keys in Chrome's order. */
export function createNamespace(name: Namespace, calls: Calls, events: Events): object {
  const row: NamespaceRow = contract[name]
  const namespace: Record<string, unknown> = {}
  for (const key of Object.keys(row.events))
    namespace[key] = events[`${name}.${key}` as EventName].chromeEvent
  for (const [key, method] of Object.entries(row.methods)) {
    namespace[key] = createMethod(`${name}.${key}` as MethodName, row.path, key, method, calls)
  }
  return Object.assign(namespace, row.enums)
}
