// @ts-check
// The ways in which the page changes its world. Each replaced function keeps what it is given.

/**
 * Replaces a function: with "spy" it still does its work, with "throw" it does not.
 * @param {object} holder
 * @param {PropertyKey} key
 * @param {string} manner
 */
function replace(holder, key, manner) {
  const descriptor = kept.getDescriptor(holder, key)
  const field = descriptor?.get === undefined ? 'value' : 'get'
  const original = descriptor?.[field]
  if (typeof original !== 'function' || descriptor?.configurable !== true) return
  /** @this {unknown} @param {unknown[]} args */
  const replacement = function (...args) {
    keep(this)
    for (let i = 0; i < args.length; i += 1) keep(args[i])
    if (manner === 'throw') throw new kept.String('hijacked')
    return new.target === undefined ? kept.apply(original, this, args) : kept.construct(original, args)
  }
  kept.define(holder, key, field === 'get' ? { get: replacement } : { value: replacement, writable: true })
}

/** @param {object} holder @param {string} manner */
function replaceAll(holder, manner) {
  const keys = kept.ownKeys(holder)
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? ''
    // A promise or an array that the page itself makes asks these two.
    if (key !== 'constructor' && key !== Symbol.species) replace(holder, key, manner)
  }
}

/** @param {string} keys @param {string} manner */
function replaceGlobals(keys, manner) {
  const list = kept.split(keys)
  for (let i = 0; i < list.length; i += 1) replace(kept.window, list[i] ?? '', manner)
}

/** Names that a message or a property descriptor may have. */
const names = kept.split(
  'kind id method args error event payload listening socketId data name persistent bufferSize bytes stream then get set ' +
    'value writable enumerable configurable toJSON callback promise optional type properties resultCode message ports',
)

/** @param {PropertyDescriptor} descriptor */
function defineNames(descriptor) {
  for (let i = 0; i < names.length; i += 1) kept.define(Object.prototype, names[i] ?? '', descriptor)
}

const typedArray = Object(kept.getPrototypeOf(Uint8Array))
const iterator = Object(kept.getPrototypeOf([][Symbol.iterator]()))

/** @type {Record<string, (manner: string) => void>} */
const attacks = {
  nothing: () => {},
  functions: (manner) => replaceAll(Function.prototype, manner),
  promises: (manner) => {
    replaceAll(Promise.prototype, manner)
    replaceAll(Promise, manner)
    replaceGlobals('Promise', manner)
  },
  arrays: (manner) => {
    replaceAll(Array.prototype, manner)
    replaceAll(Array, manner)
    replaceAll(iterator, manner)
  },
  indices: () => {
    for (let i = 0; i < 4; i += 1) kept.define(Array.prototype, i, { set: keep, get: () => 'hijacked' })
  },
  collections: (manner) => {
    replaceAll(Map.prototype, manner)
    replaceAll(Set.prototype, manner)
    replaceAll(WeakMap.prototype, manner)
    replaceGlobals('Map Set WeakMap WeakSet', manner)
  },
  ports: (manner) => {
    replaceAll(MessagePort.prototype, manner)
    replaceAll(MessageChannel.prototype, manner)
    replaceGlobals('MessageChannel MessagePort', manner)
  },
  events: (manner) => {
    replaceAll(EventTarget.prototype, manner)
    replaceAll(Event.prototype, manner)
    replaceAll(MessageEvent.prototype, manner)
    replaceGlobals('MessageEvent', manner)
  },
  setters: () => defineNames({ set: keep }),
  values: () => defineNames({ value: 'hijacked', writable: true }),
  reflection: (manner) => {
    replaceAll(Reflect, manner)
    replaceAll(Object, manner)
    replaceAll(Object.prototype, manner)
    replaceGlobals('Proxy', manner)
  },
  bytes: (manner) => {
    replaceAll(ArrayBuffer.prototype, manner)
    replaceAll(ArrayBuffer, manner)
    replaceAll(DataView.prototype, manner)
    replaceAll(Uint8Array, manner)
    replaceAll(typedArray.prototype, manner)
    replaceAll(typedArray, manner)
    replaceGlobals('ArrayBuffer Uint8Array DataView', manner)
  },
  texts: (manner) => {
    replaceAll(String.prototype, manner)
    replaceAll(RegExp.prototype, manner)
    replaceAll(Number.prototype, manner)
    replaceAll(Symbol.prototype, manner)
    replaceAll(JSON, manner)
    replaceGlobals('String', manner)
  },
  errors: (manner) => {
    replaceAll(Error, manner)
    replaceAll(Error.prototype, manner)
    replaceAll(console, manner)
    replaceGlobals('Error TypeError', manner)
  },
  time: (manner) => replaceGlobals('queueMicrotask setTimeout postMessage structuredClone', manner),
}

const { searchParams } = new URL(location.href)
const planned = {
  attack: searchParams.get('attack') ?? 'nothing',
  when: searchParams.get('when'),
  manner: searchParams.get('manner') ?? 'spy',
}

/** Does what the address of the page says for that moment: one attack, or all of them. @param {string} moment */
function attack(moment) {
  if (planned.when !== moment) return
  if (planned.attack !== 'everything') return attacks[planned.attack]?.(planned.manner)
  for (const key in attacks) if (key !== 'indices' && key !== 'setters') attacks[key]?.(planned.manner)
}
attack('first')
