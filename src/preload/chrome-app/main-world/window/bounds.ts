import { defineOwn } from '../../../main-world/primordials.ts'
import type { WindowBounds } from '../../../../renderer-types/app-wire.ts'
import { createFunction } from '../../../main-world/create-function.ts'
import { createClass } from './create-class.ts'

export type BoundsKey = 'innerBounds' | 'outerBounds'

/** How bounds are changed: by the handlers of the window. A key is undefined where a page calls on another `this`. */
export interface BoundsHost {
  /** Throws what Chrome throws where the window has gone. */
  readonly read: (key: BoundsKey | undefined) => WindowBounds | undefined
  readonly setBounds: (key: BoundsKey | undefined, bounds: object) => void
  readonly setConstraints: (key: BoundsKey | undefined, constraints: object) => void
}

const sides = ['left', 'top', 'width', 'height'] as const
const constraints = ['minWidth', 'maxWidth', 'minHeight', 'maxHeight'] as const

/** Zero is no constraint: Chrome says so, too, where a page says null. */
function withoutNull(values: object): object {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? 0]))
}

/** Chrome leaves out what a page does not give, and lifts what it gives as null. */
const omitUndefined = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

type FindKey = (self: unknown) => BoundsKey | undefined
type Change = (key: BoundsKey | undefined, values: object) => void

function defineAccessor(
  prototype: object,
  name: (typeof sides | typeof constraints)[number],
  read: (self: unknown) => WindowBounds | undefined,
  write: (self: unknown, values: object) => void,
): void {
  defineOwn(prototype, name, {
    get() {
      const bounds = read(this)
      if (bounds === undefined) throw new TypeError(`Cannot read properties of undefined (reading '${name}')`)
      return bounds[name] ?? null
    },
    set(value: unknown) {
      write(this, { [name]: value })
    },
    enumerable: true,
  })
}

function defineMethods(prototype: object, findKey: FindKey, setSides: Change, setLimits: Change): void {
  const methods: Record<string, (key: BoundsKey | undefined, ...args: readonly unknown[]) => void> = {
    setPosition: (key, left, top) => setSides(key, { left, top }),
    setSize: (key, width, height) => setSides(key, { width, height }),
    setMinimumSize: (key, minWidth, minHeight) => setLimits(key, omitUndefined({ minWidth, minHeight })),
    setMaximumSize: (key, maxWidth, maxHeight) => setLimits(key, omitUndefined({ maxWidth, maxHeight })),
  }
  for (const [name, act] of Object.entries(methods)) {
    // Nameless in Chrome, too.
    const value = createFunction('', function (this: unknown, args) {
      act(findKey(this), ...args)
    })
    defineOwn(prototype, name, { value, configurable: true, writable: true, enumerable: true })
  }
}

/** Makes the objects at `innerBounds` and `outerBounds` of an AppWindow: all that they have is in their prototype. */
export function createBoundsClass({
  read,
  setBounds,
  setConstraints,
}: BoundsHost): (key: BoundsKey) => object {
  const Bounds = createClass('Bounds')
  const { prototype } = Bounds
  const keys = new WeakMap<object, BoundsKey>()
  const findKey: FindKey = (self) => keys.get(Object(self) as object)
  const setSides: Change = (key, values) => {
    read(key)
    setBounds(key, values)
  }
  const setLimits: Change = (key, values) => {
    read(key)
    setConstraints(key, withoutNull(values))
  }
  for (const [names, change] of [
    [sides, setSides],
    [constraints, setLimits],
  ] as const)
    for (const name of names)
      defineAccessor(
        prototype,
        name,
        (self) => read(findKey(self)),
        (self, values) => change(findKey(self), values),
      )
  defineMethods(prototype, findKey, setSides, setLimits)
  return (key) => {
    const bounds = new Bounds()
    keys.set(bounds, key)
    return bounds
  }
}
