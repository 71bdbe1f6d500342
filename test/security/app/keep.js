// @ts-check
// What the scripts of the hostile page need themselves, kept before it changes anything; and what they have caught.
const kept = {
  apply: Reflect.apply,
  construct: Reflect.construct,
  defineProperty: Reflect.defineProperty,
  setPrototypeOf: Reflect.setPrototypeOf,
  getDescriptor: Reflect.getOwnPropertyDescriptor,
  getPrototypeOf: Reflect.getPrototypeOf,
  ownKeys: Reflect.ownKeys,
  has: Set.prototype.has,
  add: Set.prototype.add,
  then: Promise.prototype.then,
  Set,
  String,
  Uint8Array,
  bytes: new Uint8Array([1, 2, 3]),
  MessagePort,
  Event,
  objectPrototype: Object.prototype,
  unscopables: Array.prototype[Symbol.unscopables],
  readTarget: Reflect.getOwnPropertyDescriptor(Event.prototype, 'currentTarget')?.get ?? (() => {}),
  document,
  window,
  splitText: String.prototype.split,
  /** @param {string} text @returns {string[]} */
  split: (text) => kept.apply(kept.splitText, text, [' ']),
  /** @param {object} holder @param {PropertyKey} key @param {PropertyDescriptor} descriptor */
  define(holder, key, descriptor) {
    kept.setPrototypeOf(descriptor, null)
    descriptor.configurable = true
    kept.defineProperty(holder, key, descriptor)
  },
}

/** Everything that a function of the page was given. @type {unknown[]} */
const caught = []

/** @param {unknown} value */
function keep(value) {
  kept.define(caught, caught.length, { value, enumerable: true })
  if (value instanceof kept.Event) keep(kept.apply(kept.readTarget, value, []))
}
