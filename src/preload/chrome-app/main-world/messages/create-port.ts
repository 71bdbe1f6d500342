import type { Facade } from '../../../main-world/facade.ts'
import { createFunction, EventSource } from '../../../main-world/event.ts'
import { primordials } from '../../../main-world/primordials.ts'
import type { TaskQueue } from '../../../main-world/task-queue.ts'
import { createClass } from '../window/create-class.ts'
import type { PortEnd } from './port-end.ts'
import { serializeMessage } from './serialize-message.ts'

const { Error, TypeError, parseJson } = primordials

interface Line {
  readonly raise: (act: () => void) => void
  /** Does now what is under way. */
  readonly finish: () => void
  /** What is on its way to a page that has left is lost. */
  readonly leave: () => void
}

/** What comes to a port, each in a task of its own. */
function createLine(tasks: TaskQueue): Line {
  let isLeft = false
  const underWay: (() => void)[] = []
  const raiseNext = (): void => {
    const act = underWay.shift()
    if (!isLeft) act?.()
  }
  return {
    raise(act) {
      underWay.push(act)
      tasks.push(raiseNext)
      tasks.wake()
    },
    finish() {
      while (underWay.length > 0) raiseNext()
    },
    leave() {
      isLeft = true
    },
  }
}

/** The `chrome.runtime.Port` of a page, for its end of a connection; the other page, where it is known, is `sender`. */
export function createPort(end: PortEnd, name: string, sender: string | undefined, facade: Facade): object {
  const Port = createClass('Port')
  const port = new Port()
  const onMessage = new EventSource(() => {})
  const onDisconnect = new EventSource(() => {})
  const { calls, tasks } = facade
  const { finish, leave, raise } = createLine(tasks)
  end.listen({
    message: (body) => raise(() => onMessage.dispatch([parseJson(body), port])),
    disconnected(error, isAtOnce) {
      if (error === undefined) {
        raise(() => onDisconnect.dispatch([port]))
        if (isAtOnce === true) finish()
        return
      }
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
      leave()
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
