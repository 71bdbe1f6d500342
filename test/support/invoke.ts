import { createMatcher } from '../../src/preload/main-world/signature.ts'
import type { Invocation } from '../../src/preload/main-world/signature.ts'
import type { MethodName } from '../../src/renderer-types/contract/index.ts'
import { listMethods } from './samples.ts'

const matchers = new Map(listMethods().map(([name, row]) => [name, createMatcher(`sockets.${name}`, row)]))

/** Matches the arguments of a call as the page's function does. */
export function invoke(method: MethodName, ...args: unknown[]): Invocation {
  const match = matchers.get(method)
  if (match === undefined) throw new Error(`no such method: ${method}`)
  return match(args)
}

/** The text of the TypeError that a call throws; undefined for one that is taken. */
export function refusalOf(method: MethodName, ...args: unknown[]): string | undefined {
  try {
    invoke(method, ...args)
    return undefined
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
}
