import type { MethodName, Namespace } from '../../renderer-types/contract/index.ts'
import { contract } from '../../renderer-types/contract/index.ts'
import type { MethodRow } from '../../renderer-types/contract/words.ts'
import { describeNetError, netErrors } from '../../renderer-types/net-errors.ts'
import type { CallRecord } from '../../renderer-types/wire.ts'
import type { Handlers } from '../api/handlers.ts'
import { network } from '../api/network.ts'
import { tcpServer } from '../api/tcp-server.ts'
import { tcp } from '../api/tcp.ts'
import { udp } from '../api/udp.ts'
import type { Page } from '../apps/page.ts'
import type { Scope } from '../apps/scope.ts'
import type { Logger } from '../index.ts'
import type { Outcome } from '../outcome.ts'
import { fail, socketNotFound } from '../outcome.ts'
import { isPermitted } from '../permissions/permissions.ts'
import { getRow, parseArguments } from './validate.ts'

type Answer = Outcome | Promise<Outcome>

const handlers: { readonly [N in Namespace]: Handlers<N> } = { tcp, tcpServer, udp, network }

const splitName = (method: MethodName): [Namespace, string] => method.split('.') as [Namespace, string]

/** The arguments fit the handler: {@link parseArguments} has checked them against the row both are made from. */
function callHandler(method: MethodName, args: readonly unknown[]): Answer {
  const [namespace, key] = splitName(method)
  const handler: unknown = Reflect.get(handlers[namespace], key)
  if (typeof handler !== 'function') throw new Error(`no handler for ${method}`)
  return Reflect.apply(handler, handlers[namespace], args) as Answer
}

/** The value of a parameter named in the row, or what stands for "any" where the row names none. */
function findArgument<T>(row: MethodRow, args: readonly unknown[], name: string | undefined, any: T): T {
  const index = row.parameters.findIndex((parameter) => parameter.name === name)
  return index < 0 ? any : (args[index] as T)
}

function isAllowed(scope: Scope, row: MethodRow, args: readonly unknown[]): boolean {
  if (row.permission === undefined) return true
  const { operation, host, port } = row.permission
  const hostArgument = findArgument(row, args, host, '*')
  return isPermitted(scope.app.permissions, operation, hostArgument, findArgument(row, args, port, 0))
}

function refuseUnknownSocket({ codeWhenNotFound }: MethodRow): Outcome {
  return codeWhenNotFound === undefined ? fail(socketNotFound) : fail(socketNotFound, codeWhenNotFound)
}

/** Ownership, then permission, then the deed: Chrome's order, which decides which error is answered. */
function perform(scope: Scope, method: MethodName, row: MethodRow, args: readonly unknown[]): Answer {
  const [id, ...rest] = args
  if (row.parameters[0]?.name !== 'socketId') return callHandler(method, [scope, ...args])
  const socket = scope.findSocket(splitName(method)[0], Number(id))
  if (socket === undefined) return refuseUnknownSocket(row)
  if (!isAllowed(scope, row, args)) return fail(contract[splitName(method)[0]].denial)
  return callHandler(method, [scope, socket, ...rest])
}

function countBytes(args: readonly unknown[]): number {
  return args.reduce<number>((sum, value) => sum + (value instanceof ArrayBuffer ? value.byteLength : 0), 0)
}

/** The quota comes first of all in Chrome, and is given back with the answer. */
function performWithinQuota(
  scope: Scope,
  method: MethodName,
  row: MethodRow,
  args: readonly unknown[],
): Answer {
  if (row.countsAgainstQuota !== true) return perform(scope, method, row, args)
  const bytes = countBytes(args)
  if (!scope.writeQuota.take(bytes)) return fail('Exceeded write quota.')
  const giveBack = (): void => scope.writeQuota.giveBack(bytes)
  const answer = perform(scope, method, row, args)
  if (answer instanceof Promise) return answer.finally(giveBack)
  giveBack()
  return answer
}

/** Carries calls out in the order in which they come; one that takes time does not hold up the next. */
export class Router {
  readonly #logger: Logger

  constructor(logger: Logger) {
    this.#logger = logger
  }

  route(scope: Scope, page: Page, { id, method, args }: CallRecord): void {
    const reply = (outcome: Outcome): void =>
      page.post({ kind: 'reply', id, args: outcome.args, error: outcome.ok ? undefined : outcome.message })
    const failUnexpectedly = (error: unknown): void => {
      this.#logger.error(`electron-chrome-sockets: ${method} failed unexpectedly`, error)
      reply(fail(describeNetError(netErrors.ERR_UNEXPECTED)))
    }
    const parsed = parseArguments(method, args)
    if (parsed === undefined) {
      this.#logger.warn(`electron-chrome-sockets: refused a malformed call of ${method}`)
      return reply(fail(describeNetError(netErrors.ERR_INVALID_ARGUMENT)))
    }
    try {
      const answer = performWithinQuota(scope, method, getRow(method), parsed)
      if (answer instanceof Promise) answer.then(reply, failUnexpectedly)
      else reply(answer)
    } catch (error) {
      failUnexpectedly(error)
    }
  }
}
