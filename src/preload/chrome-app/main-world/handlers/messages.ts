import { createList, primordials } from '../../../main-world/primordials.ts'
import type { Context, PageHandlers } from '../context.ts'
import { noResponse } from '../messages/bus.ts'
import { createPort } from '../messages/create-port.ts'
import { serializeMessage } from '../messages/serialize-message.ts'

const { TypeError, parseJson } = primordials

const sendFrame =
  'Error in invocation of runtime.sendMessage(optional string extensionId, any message, optional object options, optional function callback): '
const connectFrame =
  'Error in invocation of runtime.connect(optional string extensionId, optional object connectInfo): '

const idPattern = /^[a-p]{32}$/i

/** Whether a message is for this app; there are no others that it could be for. */
function isForUs({ grant }: Context, id: string | undefined, frame: string): boolean {
  if (id === undefined || id === '' || id === grant.runtimeId) return true
  if (!idPattern.test(id)) throw new TypeError(`${frame}Invalid extension id: '${id}'`)
  return false
}

function describeSender({ address, grant, page }: Context): string {
  return JSON.stringify({ id: grant.runtimeId, url: address, origin: page.location.origin })
}

/**
 * `sendMessage` is not matched like other methods: of two arguments the first is an id if it could be one
 * (Chromium: extensions/renderer/api/messaging/messaging_util.cc).
 */
export function arrangeSendMessage(args: readonly unknown[]): unknown[] {
  const callback = typeof args.at(-1) === 'function' ? args.at(-1) : undefined
  const rest = callback === undefined ? args : args.slice(0, -1)
  if (rest.length === 0 || rest.length > 3) return [...args]
  const [first, second, third] = rest
  const couldBeId = typeof first === 'string' || first === null || first === undefined
  const arranged = createList(4)
  arranged[3] = callback
  if (rest.length === 1) arranged[1] = first
  else if (rest.length === 2 && !couldBeId) {
    arranged[1] = first
    arranged[2] = second
  } else {
    arranged[0] = first
    arranged[1] = second
    arranged[2] = third
  }
  return arranged
}

export const messages: Pick<PageHandlers<'runtime'>, 'connect' | 'sendMessage'> = {
  connect(context, id, info) {
    const { facade, hub, member } = context
    const connection = { name: info?.name ?? '', sender: describeSender(context) }
    const end = isForUs(context, id, connectFrame)
      ? hub.bus.connect(member, connection)
      : hub.bus.connectNobody(member)
    return createPort(end, connection.name, undefined, facade)
  },
  sendMessage(context, reply, id, message) {
    const { hub, member } = context
    const isOurs = isForUs(context, id, sendFrame)
    const body = serializeMessage(message, (complaint) => new TypeError(sendFrame + complaint))
    const settled = {
      succeed: (response: string) => reply.succeed(parseJson(response)),
      fail(error: string, isAtOnce = false) {
        if (reply.isPromise && error === noResponse) reply.succeed(undefined)
        else if (isAtOnce) reply.failNow(error)
        else reply.fail(error)
      },
    }
    if (isOurs) hub.bus.send(member, { body, sender: describeSender(context) }, settled)
    else hub.bus.sendToNobody(settled)
  },
}
