const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect
const consoleError = console.error.bind(console)

const explain = (name: string): string => `${name} is not available in packaged apps.`

type Stub = () => void

/**
 * Logs and does nothing, so that a library goes on that asks for more than it needs. It is native code, so that the
 * console names the line of the page that called it; `apply` does not look at a fourth argument, nor at what follows.
 */
function createLoggingStub(text: string): Stub {
  const stub: Stub = apply.bind(undefined, consoleError, undefined, [text])
  defineProperty(stub, 'name', { value: '' })
  return stub
}

const createThrowingStub =
  (text: string): Stub =>
  () => {
    throw new Error(text)
  }

function replaceMethods(
  target: object,
  targetName: string,
  names: readonly string[],
  createStub: (text: string) => Stub,
): void {
  for (const name of names) {
    const value = createStub(explain(`${targetName}.${name}()`))
    defineProperty(target, name, { value, enumerable: false, configurable: false })
  }
}

/** Methods that log, and return nothing. */
export function disableMethods(target: object, targetName: string, names: readonly string[]): void {
  replaceMethods(target, targetName, names, createLoggingStub)
}

/** Methods that throw. */
export function forbidMethods(target: object, targetName: string, names: readonly string[]): void {
  replaceMethods(target, targetName, names, createThrowingStub)
}

/** Properties that log when they are read. One that is assigned to is what it would be without all this. */
export function disableGetters(
  target: object,
  targetName: string,
  names: readonly string[],
  advice = '',
): void {
  for (const name of names) {
    const get = createLoggingStub(explain(`${targetName}.${name}`) + advice)
    const set = function (this: Record<string, unknown>, value: unknown): void {
      const current = getOwnPropertyDescriptor(this, name)
      if (current?.get !== undefined && current.get !== get) return
      deleteProperty(this, name)
      this[name] = value
    }
    defineProperty(target, name, { get, set, enumerable: false, configurable: true })
  }
}

/** Properties that log when they are assigned to, and stay undefined. */
export function disableSetters(target: object, targetName: string, names: readonly string[]): void {
  for (const name of names) {
    const set = createLoggingStub(explain(`${targetName}.${name}`))
    defineProperty(target, name, { get: () => undefined, set, enumerable: false, configurable: false })
  }
}

/** Logs that there is no such thing. */
export function logDisabled(name: string): void {
  consoleError(explain(name))
}
