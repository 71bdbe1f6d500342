import { failed } from './handle.ts'
import type { Handle } from './handle.ts'
import { Places } from './places.ts'

/**
 * Answers a few requests at a time, each of them in a turn of its own: a page asks for thousands at once, and the rest
 * of the main process goes on in between. What pages have asked for that have all gone, as `getEnd` says, is not looked for.
 */
export function answerInTurn(
  handle: Handle,
  getEnd: () => AbortSignal,
  limits = { taken: 16, waiting: 16_384 },
): Handle {
  const places = new Places(limits)
  return async (asked) => {
    const end = getEnd()
    if (!(await places.take())) return failed
    try {
      return end.aborted ? failed : await handle(asked)
    } finally {
      setImmediate(() => places.giveBack())
    }
  }
}
