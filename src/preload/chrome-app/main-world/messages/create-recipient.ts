import type { Facade } from '../../../main-world/facade.ts'
import { createFunction } from '../../../main-world/event.ts'
import { primordials } from '../../../main-world/primordials.ts'
import type { Channel, Message, Recipient } from './bus.ts'
import { createPort } from './create-port.ts'
import { serializeMessage } from './serialize-message.ts'

const { Promise, parseJson } = primordials

const frame = 'Error in invocation of sendResponse(any response): '

const readText = (error: unknown): string =>
  error instanceof globalThis.Error ? error.message : String(error)

/** Answers with what a promise of a listener comes to. */
async function respondLater(result: Promise<unknown>, channel: Channel): Promise<void> {
  try {
    channel.respond(serializeMessage(await result, frame))
  } catch (error) {
    channel.close(readText(error))
  }
}

function raiseMessage({ body, sender }: Message, channel: Channel, { events }: Facade): void {
  let isKept = false
  let thrown: string | undefined
  const sendResponse = createFunction('sendResponse', ([response]) =>
    channel.respond(serializeMessage(response, frame)),
  )
  events['runtime.onMessage']?.dispatch([parseJson(body), parseJson(sender), sendResponse], {
    returned(result) {
      if (result instanceof Promise) void respondLater(result, channel)
      if (result === true || result instanceof Promise) isKept = true
    },
    threw: (error) => {
      thrown = readText(error)
    },
  })
  if (!isKept) channel.close(thrown)
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
