import { defineOwn } from './primordials.ts'
import { contract } from '../../renderer-types/contract/index.ts'
import type { AcceptedGrant, AnyEventName, FailureRecord, UpRecord } from '../../renderer-types/wire.ts'
import { createNamespace } from './api.ts'
import { Calls } from './calls.ts'
import type { PagePorts } from './connection.ts'
import { Connection } from './connection.ts'
import { EventSource } from './event.ts'
import { LastError } from './last-error.ts'
import { Receiver } from './receiver.ts'
import type { EventSources } from './receiver.ts'
import { createRuntime } from './runtime.ts'
import { TaskQueue } from './task-queue.ts'

type Rows = Readonly<Record<string, { readonly events: object }>>

function createEvents(rows: Rows, send: (record: UpRecord) => void): EventSources {
  const events: Partial<Record<string, EventSource>> = {}
  for (const [name, row] of Object.entries(rows)) {
    for (const key of Object.keys(row.events)) {
      const event = `${name}.${key}` as AnyEventName
      events[event] = new EventSource((listening) => send({ kind: 'interest', event, listening }))
    }
  }
  return events as EventSources
}

function define(parent: object, key: string, value: unknown): void {
  defineOwn(parent, key, { value, writable: true, enumerable: true, configurable: true })
}

/** The object at a key, made if it is not there yet. */
export function openNamespace(parent: object, key: string): object {
  const present: unknown = Reflect.get(parent, key)
  if (typeof present === 'object' && present !== null) return present
  const created = {}
  define(parent, key, created)
  return created
}

/** Puts a value at a dotted path; what is there already stays. */
export function definePath(root: object, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  define(keys.reduce(openNamespace, root), last, value)
}

/** The page's end of the wire, and the `chrome` that is built on it. */
export interface Facade {
  readonly chrome: object
  readonly tasks: TaskQueue
  readonly calls: Calls
  readonly events: EventSources
}

/** `chrome.runtime` is there from now on, and has lastError. */
export function openFacade(page: object, grant: AcceptedGrant, ports: PagePorts, rows: Rows): Facade {
  const chrome = openNamespace(page, 'chrome')
  const lastError = new LastError(openNamespace(chrome, 'runtime'))
  const tasks = new TaskQueue()
  const connection = new Connection(ports, tasks, (message) => receiver.receive(message))
  const events = createEvents(rows, (record) => void connection.send(record, 0))
  const fail = (failure: FailureRecord): void => receiver.fail(failure)
  const calls = new Calls(lastError, connection, grant.sendLimits, fail)
  const receiver = new Receiver(tasks, calls, events, (messages) => connection.noteHeard(messages))
  return { chrome, tasks, calls, events }
}

export function defineSockets({ chrome, calls, events }: Facade, { namespaces }: AcceptedGrant): void {
  for (const name of namespaces) definePath(chrome, contract[name].path, createNamespace(name, calls, events))
}

/** Gives the page the APIs of its grant, and the little of `chrome.runtime` that goes with them. */
export function installFacade(page: object, grant: AcceptedGrant, ports: PagePorts): void {
  const facade = openFacade(page, grant, ports, contract)
  const runtime = openNamespace(facade.chrome, 'runtime')
  for (const [key, value] of Object.entries(createRuntime(grant))) define(runtime, key, value)
  defineSockets(facade, grant)
}
