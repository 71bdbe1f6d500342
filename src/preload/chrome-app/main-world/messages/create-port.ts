import type { Facade } from '../../../main-world/facade.ts'
import type { Listener } from '../../../main-world/event.ts'
import { createFunction } from '../../../main-world/create-function.ts'
import { EventSource } from '../../../main-world/event.ts'
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

interface Actions {
  readonly disconnect: () => void
  readonly postMessage: (args: readonly unknown[]) => void
}

const actions = new WeakMap<object, Actions>()

/** Of whichever port it is called on. */
function createMethod(key: keyof Actions): Listener {
  return createFunction(key, function (this: unknown, args) {
    const known = typeof this === 'object' && this !== null ? actions.get(this) : undefined
    if (known === undefined)
      throw new TypeError('Illegal invocation: Function must be called on an object of type Port')
    known[key](args)
  })
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
  actions.set(port, {
    disconnect() {
      calls.checkContext()
      leave()
      end.disconnect()
    },
    postMessage(args) {
      calls.checkContext()
      if (!end.isOpen) throw new Error('Attempting to use a disconnected port object')
      if (args.length === 0) throw new TypeError('Insufficient number of arguments.')
      end.post(serializeMessage(args[0], (complaint) => new Error(complaint)))
    },
  })
  return Object.assign(port, {
    sender: sender === undefined ? undefined : parseJson(sender),
    onMessage: onMessage.chromeEvent,
    onDisconnect: onDisconnect.chromeEvent,
    name,
    disconnect: createMethod('disconnect'),
    postMessage: createMethod('postMessage'),
  })
}
