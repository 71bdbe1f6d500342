import { primordials } from '../../../main-world/primordials.ts'

const { TypeError } = primordials

type ErrorMaker = (complaint: string) => Error

/** JSON as JavaScript makes it; undefined counts as null. Throws where there is none. */
export function serializeMessage(
  message: unknown,
  createError: ErrorMaker = (complaint) => new TypeError(complaint),
): string {
  let body: string | undefined
  try {
    body = message === undefined ? 'null' : (JSON.stringify(message) as string | undefined)
  } catch {
    // A cycle, a big integer, or something that throws.
  }
  if (body === undefined) throw createError('Could not serialize message.')
  return body
}
