import type { EventName } from '../../renderer-types/contract/index.ts'
import { sockets } from '../../renderer-types/contract/index.ts'
import type { NamespaceRow } from '../../renderer-types/contract/words.ts'
import type { UpRecord } from '../../renderer-types/wire.ts'
import { createSockets } from './api.ts'
import { Calls } from './calls.ts'
import { Connection } from './connection.ts'
import { EventSource } from './event.ts'
import { LastError } from './last-error.ts'
import { Receiver } from './receiver.ts'
import { TaskQueue } from './task-queue.ts'

function createEvents(send: (record: UpRecord) => void): Record<EventName, EventSource> {
  const events: Partial<Record<string, EventSource>> = {}
  for (const [name, row] of Object.entries<NamespaceRow>(sockets)) {
    for (const key of Object.keys(row.events)) {
      const event = `${name}.${key}` as EventName
      events[event] = new EventSource((listening) => send({ kind: 'interest', event, listening }))
    }
  }
  return events as Record<EventName, EventSource>
}

function openNamespace(parent: object, key: string): object {
  const present: unknown = Reflect.get(parent, key)
  if (typeof present === 'object' && present !== null) return present
  const created = {}
  define(parent, key, created)
  return created
}

function define(parent: object, key: string, value: unknown): void {
  Reflect.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true })
}

/** Gives the page `chrome.sockets` and `chrome.runtime.lastError`; what `chrome` has already stays. */
export function installFacade(page: object, port: MessagePort): void {
  const chrome = openNamespace(page, 'chrome')
  const lastError = new LastError(openNamespace(chrome, 'runtime'))
  const send = (record: UpRecord): void => connection.send(record)
  const events = createEvents(send)
  const calls = new Calls(lastError, send)
  const receiver = new Receiver({ tasks: new TaskQueue(), calls, events, acknowledge: send })
  const connection = new Connection(port, (records) => receiver.receive(records))
  define(chrome, 'sockets', createSockets(calls, events))
}
