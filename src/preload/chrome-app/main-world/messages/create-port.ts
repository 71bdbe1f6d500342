import type { Facade } from '../../../main-world/facade.ts'
import { createFunction, EventSource } from '../../../main-world/event.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { createClass } from '../window/create-class.ts'
import type { PortEnd } from './port-end.ts'
import { serializeMessage } from './serialize-message.ts'

const { Error, TypeError, parseJson } = primordials

/** The `chrome.runtime.Port` of a page, for its end of a connection; the other page, where it is known, is `sender`. */
export function createPort(end: PortEnd, name: string, sender: string | undefined, facade: Facade): object {
  const Port = createClass('Port')
  const port = new Port()
  const onMessage = new EventSource(() => {})
  const onDisconnect = new EventSource(() => {})
  const { calls, tasks } = facade
  let isLeft = false
  /** What is on its way to a page that has left is lost. */
  const raise = (act: () => void): void => {
    tasks.push(() => {
      if (!isLeft) act()
    })
    tasks.wake()
  }
  end.listen({
    message: (body) => raise(() => onMessage.dispatch([parseJson(body), port])),
    disconnected(error) {
      if (error === undefined) return raise(() => onDisconnect.dispatch([port]))
      const fail = (): void => {
        calls.setLastError(error)
        onDisconnect.dispatch([port])
      }
      raise(fail)
      tasks.push(() => calls.clearLastError())
    },
  })
  const members: Record<string, unknown> = {
    disconnect: createFunction('disconnect', () => {
      isLeft = true
      end.disconnect()
    }),
    name,
    onDisconnect: onDisconnect.chromeEvent,
    onMessage: onMessage.chromeEvent,
    postMessage: createFunction('postMessage', (args) => {
      if (!end.isOpen) throw new Error('Attempting to use a disconnected port object')
      if (args.length === 0) throw new TypeError('Insufficient number of arguments.')
      end.post(serializeMessage(args[0], (complaint) => new Error(complaint)))
    }),
    sender: sender === undefined ? undefined : parseJson(sender),
  }
  return Object.assign(port, members)
}
