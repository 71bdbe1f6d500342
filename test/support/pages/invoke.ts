import { createMatcher } from '../../../src/preload/main-world/signature.ts'
import type { Invocation } from '../../../src/preload/main-world/signature.ts'
import { contract } from '../../../src/renderer-types/contract/index.ts'
import type { MethodName, Namespace } from '../../../src/renderer-types/contract/index.ts'
import { listMethods } from './samples.ts'

/** How Chrome names a method in what it throws. */
export function pathOf(method: MethodName): string {
  const [namespace, key] = method.split('.') as [Namespace, string]
  return `${contract[namespace].path}.${key}`
}

const matchers = new Map(listMethods().map(([name, row]) => [name, createMatcher(pathOf(name), row)]))

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
