import { primordials } from './primordials.ts'

const { apply } = primordials

type AnyFunction = (...args: unknown[]) => unknown

/** A function like those of Chrome's bindings: named, of length 0, not a constructor. */
export function createFunction(name: string, body: (this: unknown, args: unknown[]) => unknown): AnyFunction {
  const holder = {
    [name](this: unknown, ...args: unknown[]): unknown {
      return apply(body, this, [args])
    },
  }
  return holder[name] as AnyFunction
}
