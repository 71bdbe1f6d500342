import type { Loose } from './loose.ts'
import type { Namespace } from './names.ts'

/** What became of one call. A key that is not there did not happen. */
export interface Answer {
  /** What the callback was given. */
  args?: Loose
  /** The message of `chrome.runtime.lastError` in the callback. */
  lastError?: string
  /** What the call gave back at once, unless it was undefined. */
  returned?: Loose
  /** What it threw at once. */
  threw?: string
  /** What the promise resolved to. */
  resolved?: Loose
  /** What the promise was rejected with. */
  rejected?: string
  /** No answer came in time. */
  timeout?: true
}

export type SocketEvent = {
  addListener: (listener: Loose) => void
  removeListener: (listener: Loose) => void
}

export function namespaceObject(namespace: Namespace): Loose {
  return Reflect.get(chrome.sockets, namespace)
}

/** `'tcp.onReceive'` is `chrome.sockets.tcp.onReceive`. */
export function eventObject(name: string): SocketEvent {
  const [namespace, event] = name.split('.')
  return namespaceObject(namespace as Namespace)[String(event)]
}

export const printError = (error: Loose): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : `not an Error: ${String(error)}`

export function call(namespace: Namespace, method: string, args: readonly unknown[]): Loose {
  return namespaceObject(namespace)[method](...args)
}

export function attempt(act: () => unknown): Answer {
  try {
    const returned = act()
    if (returned instanceof Promise) returned.catch(() => {})
    return { returned }
  } catch (error) {
    return { threw: printError(error) }
  }
}

/** Calls with a callback added to the arguments. */
export function callWithCallback(
  namespace: Namespace,
  method: string,
  args: readonly unknown[],
  ms: number,
  onAnswer?: (answer: Answer) => void,
): Promise<Answer> {
  const act = (callback: Callback): unknown => call(namespace, method, [...args, callback])
  return awaitCallback(act, ms, () => chrome.runtime.lastError, onAnswer)
}

type Callback = (...given: unknown[]) => void

/** What a callback that `act` hands on is given, and what the error is then. */
export function awaitCallback(
  act: (callback: Callback) => unknown,
  ms: number,
  readError: () => Loose,
  onAnswer: (answer: Answer) => void = () => {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const answer: Answer = {}
    const timer = setTimeout(() => resolve({ ...answer, timeout: true }), ms)
    const finish = (): void => {
      clearTimeout(timer)
      onAnswer(answer)
      resolve(answer)
    }
    const callback = (...given: unknown[]): void => {
      answer.args = given
      const message = readError()?.message
      if (message !== undefined) answer.lastError = message
      finish()
    }
    try {
      const returned = act(callback)
      if (returned !== undefined) answer.returned = returned
    } catch (error) {
      answer.threw = printError(error)
      finish()
    }
  })
}

/** Tells what becomes of a promise; what is thrown at once is told apart from a rejection. */
export async function follow(act: () => unknown, ms: number): Promise<Answer> {
  const { returned, ...rest } = attempt(act)
  if (!(returned instanceof Promise)) return 'threw' in rest ? rest : { returned }
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ timeout: true }), ms)
  })
  const settled = returned.then(
    (resolved: unknown): Answer => ({ resolved }),
    (error: unknown): Answer => ({ rejected: printError(error) }),
  )
  return Promise.race([settled, timeout]).finally(() => clearTimeout(timer))
}
