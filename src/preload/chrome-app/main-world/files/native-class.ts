import { defineOwn } from '../../../main-world/primordials.ts'
import { createFunction } from '../../../main-world/create-function.ts'

/** What a page calls back with: a function, or an object that has one. */
export type Callback =
  ((...args: unknown[]) => unknown) | { readonly handleEvent: (...args: unknown[]) => unknown }

export interface Flags {
  readonly create: boolean
  readonly exclusive: boolean
}

/** What a method takes, as Web IDL reads it. */
interface Kinds {
  readonly text: string
  readonly flags: Flags
  readonly callback: Callback
  readonly directory: object
  readonly blob: Blob
  readonly number: number
}

type Kind = keyof Kinds
/** A question mark: it may be left out. */
type Parameter = Kind | `${Kind}?`

type Argument<P> = P extends `${infer K extends Kind}?`
  ? Kinds[K] | undefined
  : P extends Kind
    ? Kinds[P]
    : never

export type Arguments<P extends readonly Parameter[]> = { -readonly [I in keyof P]: Argument<P[I]> }

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

const isObject = (value: unknown): boolean =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

const readFlags = (value: object): Flags => ({
  create: Boolean(Reflect.get(value, 'create')),
  exclusive: Boolean(Reflect.get(value, 'exclusive')),
})

/** As a `long long` of Web IDL: what is none of its numbers becomes one. */
function toLong(value: unknown): number {
  const number = Math.trunc(Number(value))
  return Number.isFinite(number) ? Number(BigInt.asIntN(64, BigInt(number))) : 0
}

const toText = String as (value: unknown) => string

/** Undefined for what does not fit. */
const readers: { readonly [K in Kind]: (value: unknown) => Kinds[K] | undefined } = {
  text: (value) => (value === null || value === undefined ? '' : toText(value)),
  flags: (value) => (isObject(value) ? readFlags(value as object) : undefined),
  callback: (value) => (isObject(value) ? (value as Callback) : undefined),
  directory: (value) => (tagOf(value) === 'DirectoryEntry' ? (value as object) : undefined),
  blob: (value) => (['Blob', 'File'].includes(tagOf(value)) ? (value as Blob) : undefined),
  number: toLong,
}

const names: Partial<Record<Kind, string>> = { callback: 'Object', directory: 'DirectoryEntry', blob: 'Blob' }

function explain(kind: Kind, position: number): string {
  if (kind === 'flags') return "The provided value is not of type 'FileSystemFlags'."
  return `parameter ${position} is not of type '${names[kind]}'.`
}

/** Reads the arguments of a call, or throws blink's TypeError. */
export function readArguments<const P extends readonly Parameter[]>(
  args: readonly unknown[],
  parameters: P,
  place: string,
): Arguments<P> {
  const required = parameters.filter((parameter) => !parameter.endsWith('?')).length
  if (args.length < required) {
    const count = `${required} argument${required === 1 ? '' : 's'} required`
    throw new TypeError(`${place}: ${count}, but only ${args.length} present.`)
  }
  return parameters.map((parameter, i) => {
    const value = args[i]
    if (parameter.endsWith('?') && (value === undefined || value === null)) return undefined
    const kind = parameter.replace('?', '') as Kind
    const read = readers[kind](value)
    if (read === undefined) throw new TypeError(`${place}: ${explain(kind, i + 1)}`)
    return read
  }) as Arguments<P>
}

/**
 * A class like those that blink has for files: pages cannot name it, its objects have all that they have from its
 * prototype, and its methods say what blink's say. What an object stands for is nobody else's business.
 */
export class NativeClass<State extends object> {
  readonly prototype: object
  readonly #name: string
  readonly #parent: NativeClass<State> | undefined
  readonly #states = new WeakMap<object, State>()

  constructor(name: string, parent?: NativeClass<State>, base: object = Object.prototype) {
    this.#name = name
    this.#parent = parent
    this.prototype = Object.create(parent?.prototype ?? base) as object
    defineOwn(this.prototype, Symbol.toStringTag, { value: name, configurable: true })
  }

  /** `made` is what a class of blink's own would have made, where there is one. */
  create(state: State, made: object = {}): object {
    Object.setPrototypeOf(made, this.prototype)
    this.#note(made, state)
    return made
  }

  #note(object: object, state: State): void {
    this.#states.set(object, state)
    if (this.#parent !== undefined) this.#parent.#note(object, state)
  }

  find(object: unknown): State | undefined {
    return isObject(object) ? this.#states.get(object as object) : undefined
  }

  #need(object: unknown): State {
    const state = this.find(object)
    if (state === undefined) throw new TypeError('Illegal invocation')
    return state
  }

  getter(key: string, read: (state: State) => unknown): void {
    const need = (object: unknown): State => this.#need(object)
    this.#accessor(key, function (this: unknown) {
      return read(need(this))
    })
  }

  /** A property that a page may set. */
  property(
    key: string,
    read: (state: State) => unknown,
    write: (state: State, value: unknown) => void,
  ): void {
    const need = (object: unknown): State => this.#need(object)
    this.#accessor(
      key,
      function (this: unknown) {
        return read(need(this))
      },
      function (this: unknown, value: unknown) {
        write(need(this), value)
      },
    )
  }

  #accessor(key: string, get: () => unknown, set?: (value: unknown) => void): void {
    defineOwn(this.prototype, key, {
      get,
      ...(set && { set }),
      enumerable: true,
      configurable: true,
    })
  }

  method<const P extends readonly Parameter[]>(
    key: string,
    parameters: P,
    act: (state: State, ...args: Arguments<P>) => unknown,
  ): void {
    const place = `Failed to execute '${key}' on '${this.#name}'`
    const need = (object: unknown): State => this.#need(object)
    const value = createFunction(key, function (this: unknown, args) {
      return act(need(this), ...readArguments(args, parameters, place))
    })
    defineOwn(this.prototype, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
}

/** What a callback throws is told to the page as any error that nobody catches. */
export function callBack(callback: Callback | undefined, ...args: unknown[]): void {
  if (callback === undefined) return
  try {
    if (typeof callback === 'function') Reflect.apply(callback, undefined, args)
    else callback.handleEvent(...args)
  } catch (error) {
    reportError(error)
  }
}
