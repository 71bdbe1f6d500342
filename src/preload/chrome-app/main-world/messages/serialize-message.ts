import { primordials } from '../../../main-world/primordials.ts'

const { TypeError } = primordials

/** JSON as JavaScript makes it; undefined counts as null. Throws Chrome's TypeError, which begins with `frame`. */
export function serializeMessage(message: unknown, frame: string): string {
  let body: string | undefined
  try {
    body = message === undefined ? 'null' : (JSON.stringify(message) as string | undefined)
  } catch {
    // A cycle, a big integer, or something that throws.
  }
  if (body === undefined) throw new TypeError(`${frame}Could not serialize message.`)
  return body
}
