import { contract } from '../../renderer-types/contract/index.ts'
import type { MethodRow, PermissionRow } from '../../renderer-types/contract/words.ts'
import { describeNetError, netErrors } from '../../renderer-types/net-errors.ts'
import type { AnyMethodName, CallRecord, WithdrawalRecord } from '../../renderer-types/wire.ts'
import type { Page } from '../page/page.ts'
import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import { fail, socketNotFound } from '../outcome.ts'
import { decide } from '../permissions/authorize.ts'
import { UdpSocket } from '../sockets/udp-socket.ts'
import type { Demand } from './admission.ts'
import { admit, release } from './admission.ts'
import type { Method } from './methods.ts'
import { getMethod, isSocketMethod } from './methods.ts'
import type { Item, SendPart } from './parse-message.ts'
import { sendAll } from './send.ts'
import { parseArguments } from './validate.ts'

type Answer = Outcome | Promise<Outcome>

/** What became of an item: it is done, it goes on by itself, or it was nothing that the facade ever says. */
export type Progress = 'done' | 'begun' | 'malformed'

/** What a call wants to do something with: host and port only where its row names them. */
interface Target {
  readonly socketId: number
  readonly host?: string
  readonly port?: number
}

function findTarget(
  { parameters }: MethodRow,
  { host, port }: PermissionRow,
  args: readonly unknown[],
): Target {
  const find = (name: string): unknown => args[parameters.findIndex((parameter) => parameter.name === name)]
  return {
    socketId: Number(args[0]),
    ...(host !== undefined && { host: String(find(host)) }),
    ...(port !== undefined && { port: Number(find(port)) }),
  }
}

/** What a call that is not allowed is answered; tells who watches. */
function deny(app: App, page: Page, { name, namespace }: Method, target: Target): Outcome {
  app.watch.denied(page, { reason: 'permission', method: name, ...target })
  return fail(contract[namespace].denial)
}

function refuseUnknownSocket({ codeWhenNotFound }: MethodRow): Outcome {
  return codeWhenNotFound === undefined ? fail(socketNotFound) : fail(socketNotFound, codeWhenNotFound)
}

/** Ownership, then permission, then what it asks for: Chrome's order, which decides which error is answered. */
function perform(app: App, page: Page, method: Method, args: readonly unknown[]): Answer {
  const { handle, namespace, row, takesSocket } = method
  if (!app.manifest.namespaces.includes(namespace))
    return deny(app, page, method, { socketId: takesSocket ? Number(args[0]) : 0 })
  if (!takesSocket) return handle([app, ...args])
  const [id, ...rest] = args
  const socket = app.findSocket(namespace, Number(id))
  if (socket === undefined) return refuseUnknownSocket(row)
  if (row.permission === undefined) return handle([app, socket, ...rest])
  const { operation } = row.permission
  const target = findTarget(row, row.permission, args)
  const finish = (isAllowed: boolean): Answer =>
    isAllowed ? handle([app, socket, ...rest]) : deny(app, page, method, target)
  const request = { operation, host: '*', port: 0, url: page.url, ...target }
  const decision = decide(app, request)
  // However long the app takes for each: Chrome sends a socket's datagrams in their order.
  const allowed = socket instanceof UdpSocket ? socket.deciding.pass(decision) : decision
  if (typeof allowed === 'boolean') return finish(allowed)
  // Socket or page may have gone while the app made up its mind.
  const isThere = (): boolean => app.hasPage(page) && app.findSocket(namespace, socket.id) === socket
  return allowed.then((answer) => (isThere() ? finish(answer) : refuseUnknownSocket(row)))
}

/** Only a Chrome App that is run as a whole has more than sockets. */
function isOffered({ services }: App, name: AnyMethodName): boolean {
  return services !== undefined || isSocketMethod(name)
}

function act(app: App, page: Page, name: AnyMethodName, args: readonly unknown[]): Answer {
  if (isSocketMethod(name)) return perform(app, page, getMethod(name), args)
  return app.services?.perform(app, page, name, args) ?? fail(describeNetError(netErrors.ERR_UNEXPECTED))
}

/** Characters of the texts of one call that are no bytes to send, as in Chrome: no host has more. */
const shortText = 512

interface Weight {
  bytes: number
  characters: number
}

/** Only what is to be sent is binary. */
function addWeight(weight: Weight, value: unknown): void {
  if (typeof value === 'string') weight.characters += value.length
  else if (value instanceof ArrayBuffer) weight.bytes += value.byteLength
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) addWeight(weight, part)
}

/** What a call holds until it is answered. */
function weigh(args: readonly unknown[]): Demand {
  const weight: Weight = { bytes: 0, characters: 0 }
  addWeight(weight, args)
  const { bytes, characters } = weight
  return characters > shortText ? { calls: 1, bytes: bytes + characters } : { calls: 1, bytes, characters }
}

/** Carries out what a page says, in the order in which they come; one that takes time does not hold up the next. */
export class Router {
  carryOut(app: App, page: Page, item: Exclude<Item, SendPart | WithdrawalRecord>): Progress {
    if (item.kind === 'call') return this.#call(app, page, item)
    if (item.kind === 'sends') sendAll(app, page, item)
    else app.setInterest(page, item.event, item.listening)
    return 'done'
  }

  #call(app: App, page: Page, { id, method: name, args }: CallRecord): Progress {
    const { logger } = app
    const parsed = parseArguments(name, args)
    if (parsed === undefined || !isOffered(app, name)) {
      page.reply(id, fail(describeNetError(netErrors.ERR_INVALID_ARGUMENT)))
      return 'malformed'
    }
    const demand = weigh(parsed)
    const refusal = admit(app, page, demand)
    if (refusal !== undefined) {
      page.reply(id, refusal)
      return 'done'
    }
    const finish = (outcome: Outcome): void => {
      release(app, page, demand)
      page.reply(id, outcome)
    }
    const failUnexpectedly = (error: unknown): void => {
      logger.error(`electron-chrome-sockets: ${name} failed unexpectedly`, error)
      finish(fail(describeNetError(netErrors.ERR_UNEXPECTED)))
    }
    try {
      const answer = act(app, page, name, parsed)
      if (answer instanceof Promise) {
        answer.then(finish, failUnexpectedly)
        return 'begun'
      }
      finish(answer)
    } catch (error) {
      failUnexpectedly(error)
    }
    return 'done'
  }
}
