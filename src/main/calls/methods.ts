import { contract } from '../../renderer-types/contract/index.ts'
import type { MethodName, Namespace } from '../../renderer-types/contract/index.ts'
import type { MethodRow } from '../../renderer-types/contract/words.ts'
import type { AnyMethodName } from '../../renderer-types/wire.ts'
import type { Handlers } from '../api/handlers.ts'
import { network } from '../api/network.ts'
import { tcpServer } from '../api/tcp-server.ts'
import { tcp } from '../api/tcp.ts'
import { udp } from '../api/udp.ts'
import type { Outcome } from '../outcome.ts'

const handlers: { readonly [N in Namespace]: Handlers<N> } = { tcp, tcpServer, udp, network }

/** One row and its handler. */
export interface Method {
  readonly name: MethodName
  readonly namespace: Namespace
  readonly row: MethodRow
  readonly takesSocket: boolean
  /** The arguments fit: they were checked against the row that the handler's own types are made from. */
  readonly handle: (args: readonly unknown[]) => Outcome | Promise<Outcome>
}

function findMethod(name: MethodName): Method {
  const [namespace, key] = name.split('.') as [Namespace, string]
  const row = (contract[namespace].methods as Readonly<Record<string, MethodRow>>)[key]
  const handler: unknown = Reflect.get(handlers[namespace], key)
  if (row === undefined || typeof handler !== 'function') throw new Error(`no row or handler for ${name}`)
  return {
    name,
    namespace,
    row,
    takesSocket: row.parameters[0]?.name === 'socketId',
    handle: (args) => Reflect.apply(handler, handlers[namespace], args) as Outcome | Promise<Outcome>,
  }
}

const found = new Map<MethodName, Method>()

const socketMethods = new Set<string>(
  Object.entries(contract).flatMap(([namespace, { methods }]) =>
    Object.keys(methods).map((key) => `${namespace}.${key}`),
  ),
)

/** False for what a whole Chrome App has besides. */
export function isSocketMethod(name: AnyMethodName): name is MethodName {
  return socketMethods.has(name)
}

/** The name has been checked. */
export function getMethod(name: MethodName): Method {
  const known = found.get(name)
  if (known !== undefined) return known
  const method = findMethod(name)
  found.set(name, method)
  return method
}
