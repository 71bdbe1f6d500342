import { primordials } from '../../../main-world/primordials.ts'
import { countUtf8 } from '../storage/utf8.ts'

const { TypeError } = primordials

/** Bytes (Chromium: extensions/renderer/api/messaging/messaging_util.cc). */
const maxLength = 64 * 1024 * 1024

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
  if (body.length > maxLength / 3 && countUtf8(body) > maxLength)
    throw createError('Message exceeded maximum allowed size of 64MiB.')
  return body
}
