import { Places } from './places.ts'

type Handle = (request: Request) => Promise<Response>

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
  return async (request) => {
    const end = getEnd()
    if (!(await places.take())) return Response.error()
    try {
      return end.aborted ? Response.error() : await handle(request)
    } finally {
      setImmediate(() => places.giveBack())
    }
  }
}
