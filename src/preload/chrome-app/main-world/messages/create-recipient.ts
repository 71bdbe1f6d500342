import type { Facade } from '../../../main-world/facade.ts'
import { createFunction } from '../../../main-world/create-function.ts'
import { primordials } from '../../../main-world/primordials.ts'
import type { Channel, Message, Recipient } from './bus.ts'
import { createPort } from './create-port.ts'
import { serializeMessage } from './serialize-message.ts'

const { TypeError, describeKind, parseJson } = primordials

/** Listeners may be functions of another page, and what they make is of its realm. */
const isPromise = (value: unknown): boolean => describeKind(value) === '[object Promise]'

const readText = (error: unknown): string =>
  describeKind(error) === '[object Error]' ? String(Reflect.get(Object(error), 'message')) : String(error)

/** Answers with what a promise of a listener comes to. */
async function respondLater(result: unknown, channel: Channel): Promise<void> {
  try {
    channel.respond(serializeMessage(await result))
  } catch (error) {
    channel.fail(readText(error))
  }
}

function raiseMessage({ body, sender }: Message, channel: Channel, { events }: Facade): void {
  let isKept = false
  const sendResponse = createFunction('', ([response]) => {
    const responded = serializeMessage(response, (complaint) => {
      channel.fail(complaint)
      return new TypeError(complaint)
    })
    channel.respond(responded)
  })
  events['runtime.onMessage']?.dispatch([parseJson(body), parseJson(sender), sendResponse], {
    returned(result) {
      if (result === true) channel.promise()
      else if (isPromise(result)) void respondLater(result, channel)
      else return
      isKept = true
    },
    threw: (error) => channel.fail(readText(error)),
  })
  if (!isKept) channel.close()
}

/** A page, as others send messages to it. */
export function createRecipient(facade: Facade): Recipient {
  const { events, tasks } = facade
  return {
    listensTo: (event) => events[event]?.hasListeners === true,
    receive(message, channel) {
      tasks.push(() => raiseMessage(message, channel, facade))
      tasks.wake()
    },
    accept(end, { name, sender }) {
      const port = createPort(end, name, sender, facade)
      tasks.push(() => events['runtime.onConnect']?.dispatch([port]))
      tasks.wake()
    },
  }
}
