import type { EventName } from '../../renderer-types/contract/index.ts'
import { contract } from '../../renderer-types/contract/index.ts'
import type { NamespaceRow } from '../../renderer-types/contract/words.ts'
import type { AcceptedGrant, FailureRecord, UpRecord } from '../../renderer-types/wire.ts'
import type { Events } from './api.ts'
import { createNamespace } from './api.ts'
import { Calls } from './calls.ts'
import type { PagePorts } from './connection.ts'
import { Connection } from './connection.ts'
import { EventSource } from './event.ts'
import { LastError } from './last-error.ts'
import { Receiver } from './receiver.ts'
import { createRuntime } from './runtime.ts'
import { TaskQueue } from './task-queue.ts'

function createEvents(send: (record: UpRecord) => void): Events {
  const events: Partial<Record<string, EventSource>> = {}
  for (const [name, row] of Object.entries<NamespaceRow>(contract)) {
    for (const key of Object.keys(row.events)) {
      const event = `${name}.${key}` as EventName
      events[event] = new EventSource((listening) => send({ kind: 'interest', event, listening }))
    }
  }
  return events as Events
}

function define(parent: object, key: string, value: unknown): void {
  Reflect.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true })
}

/** The object at a key, made if it is not there yet. */
function openNamespace(parent: object, key: string): object {
  const present: unknown = Reflect.get(parent, key)
  if (typeof present === 'object' && present !== null) return present
  const created = {}
  define(parent, key, created)
  return created
}

/** Puts a value at a dotted path; what is there already stays. */
function definePath(root: object, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  define(keys.reduce(openNamespace, root), last, value)
}

/** Gives the page the APIs of its grant, and `chrome.runtime` with lastError. */
export function installFacade(page: object, grant: AcceptedGrant, ports: PagePorts): void {
  const chrome = openNamespace(page, 'chrome')
  const runtime = openNamespace(chrome, 'runtime')
  for (const [key, value] of Object.entries(createRuntime(grant))) define(runtime, key, value)
  const tasks = new TaskQueue()
  const connection = new Connection(ports, tasks, (message) => receiver.receive(message))
  const events = createEvents((record) => connection.send(record))
  const fail = (failure: FailureRecord): void => receiver.fail(failure)
  const calls = new Calls(new LastError(runtime), connection, grant.sendLimits, fail)
  const receiver = new Receiver(tasks, calls, events)
  for (const name of grant.namespaces)
    definePath(chrome, contract[name].path, createNamespace(name, calls, events))
}
