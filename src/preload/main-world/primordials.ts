/**
 * The built-ins that the facade calls, taken before any script of the page has run: a page that replaces
 * `Promise.prototype.then` or `Function.prototype.call` later changes its own code, not this one.
 */
const {
  apply,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  setPrototypeOf,
} = Reflect

function uncurryThis<This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): (self: This, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args)
}

function takeGetter(prototype: object | null, key: PropertyKey): (self: unknown) => unknown {
  const getter = prototype === null ? undefined : getOwnPropertyDescriptor(prototype, key)?.get
  if (getter === undefined) throw new TypeError('no such getter')
  return (self) => apply(getter, self, [])
}

const takeLength = (prototype: object | null) =>
  takeGetter(prototype, 'byteLength') as (self: unknown) => number

const createObject = Object.create

const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype)
const byteLengthOf = takeLength(typedArrayPrototype)

/** What an event has that carries nothing, does nothing and comes from nowhere. */
function createMutePrototype(): object {
  const mute: Record<string, unknown> = createObject(null)
  for (const prototype of [Event.prototype, MessageEvent.prototype])
    for (const key of Object.keys(Object.getOwnPropertyDescriptors(prototype))) mute[key] = null
  for (const key of [
    'initEvent',
    'initMessageEvent',
    'preventDefault',
    'stopImmediatePropagation',
    'stopPropagation',
  ])
    mute[key] = () => {}
  mute.composedPath = () => []
  mute.ports = []
  return mute
}

const mutePrototype = createMutePrototype()

/** Takes nothing from the keys that a page may have put on `Object.prototype`. */
export type SafeDescriptor = PropertyDescriptor & { __proto__: null }

export const primordials = {
  apply,
  defineProperty: defineProperty as (target: object, key: PropertyKey, descriptor: SafeDescriptor) => boolean,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  isArray: Array.isArray,
  isView: ArrayBuffer.isView,
  consoleError: console.error.bind(console),
  parseJson: JSON.parse,
  queueMicrotask: queueMicrotask.bind(globalThis),
  reportError: reportError.bind(globalThis),
  now: performance.now.bind(performance),
  ArrayBuffer,
  Error,
  MessageChannel,
  Promise,
  String,
  TypeError,
  Uint8Array,
  byteLengthOfBuffer: takeLength(ArrayBuffer.prototype),
  /** `[object Error]`, of whatever realm. */
  describeKind: uncurryThis<unknown, [], string>(Object.prototype.toString),
  functionToText: uncurryThis<unknown, [], string>(Function.prototype.toString),
  errorToText: Error.prototype.toString as unknown,
  objectToText: Object.prototype.toString as unknown,
  typedArrayTag: takeGetter(typedArrayPrototype, Symbol.toStringTag),
  indexOfText: uncurryThis<string, [search: string], number>(String.prototype.indexOf),
  codeUnitAt: uncurryThis<string, [index: number], number>(String.prototype.charCodeAt),
  sliceText: uncurryThis<string, [start: number, end: number], string>(String.prototype.slice),
  postMessage: uncurryThis<MessagePort, [message: unknown], void>(MessagePort.prototype.postMessage),
  addListener: uncurryThis<EventTarget, [type: string, listener: (event: Event) => void], void>(
    EventTarget.prototype.addEventListener,
  ),
  startPort: uncurryThis<MessagePort, [], void>(MessagePort.prototype.start),
  /** Before all listeners that a page adds later. */
  listenFirst: (type: string, listener: (event: Event) => void) => addEventListener(type, listener, true),
  preventDefault: uncurryThis<Event, [], void>(Event.prototype.preventDefault),
  errorMessage: takeGetter(ErrorEvent.prototype, 'message'),
  stopEvent: uncurryThis<Event, [], void>(Event.prototype.stopImmediatePropagation),
  /** Only the built-ins here can still read such an event. */
  muteEvent: (event: Event) => setPrototypeOf(event, mutePrototype),
  messageData: takeGetter(MessageEvent.prototype, 'data'),
  setBytes: uncurryThis<Uint8Array, [source: Uint8Array, offset: number], void>(Uint8Array.prototype.set),
  sliceBuffer: uncurryThis<ArrayBuffer, [start: number, end: number], ArrayBuffer>(
    ArrayBuffer.prototype.slice,
  ),
  byteLengthOf,
  typedArray: {
    buffer: takeGetter(typedArrayPrototype, 'buffer'),
    byteOffset: takeGetter(typedArrayPrototype, 'byteOffset'),
    byteLength: byteLengthOf,
  },
  dataView: {
    buffer: takeGetter(DataView.prototype, 'buffer'),
    byteOffset: takeGetter(DataView.prototype, 'byteOffset'),
    byteLength: takeGetter(DataView.prototype, 'byteLength'),
  },
} as const

export interface Dictionary<T = unknown> {
  [key: string]: T
}

/** An object whose keys never meet the setters a page may have put on `Object.prototype`. */
export function createDictionary<T = unknown>(): Dictionary<T | undefined> {
  return createObject(null) as Dictionary<T | undefined>
}

/** Whatever a page has put on `Object.prototype` by then. */
export function defineOwn(target: object, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
  const safe: SafeDescriptor = { __proto__: null, ...descriptor }
  return defineProperty(target, key, safe)
}

/** One for all: this is done for every record that comes or goes. */
const element: SafeDescriptor = {
  __proto__: null,
  value: undefined,
  writable: true,
  enumerable: true,
  configurable: true,
}

/** Adds an element though a page may have put setters for indices on `Array.prototype`. */
export function append<T>(list: T[], value: T): void {
  element.value = value
  defineProperty(list, list.length, element)
  element.value = undefined
}

/** A list of up to eight elements that are there already: to assign one asks nothing of `Array.prototype`. */
export function createList(length: number): unknown[] {
  const list = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined]
  list.length = length
  return list
}
