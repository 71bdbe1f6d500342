import { primordials } from './primordials.ts'

const { isArray } = primordials

/** To Chrome no proxy is an array: of one that has been revoked it can be told here, too, as asking throws. */
export function isList(value: unknown): value is unknown[] {
  try {
    return isArray(value)
  } catch {
    return false
  }
}
