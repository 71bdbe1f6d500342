import type { WindowBounds } from '../../../../renderer-types/app-wire.ts'
import { createFunction } from '../../../main-world/event.ts'
import { createClass } from './create-class.ts'

/** How bounds are changed: by the handlers of the window. */
export interface BoundsHost {
  /** Throws what Chrome throws where the window has gone. */
  readonly read: () => WindowBounds
  readonly setBounds: (bounds: object) => void
  readonly setConstraints: (constraints: object) => void
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

/** The object at `innerBounds` or `outerBounds` of an AppWindow: all that it has is in its prototype. */
export function createBounds({ read, setBounds, setConstraints }: BoundsHost): object {
  const Bounds = createClass('Bounds')
  const { prototype } = Bounds
  const accessor = (
    key: (typeof sides | typeof constraints)[number],
    set: (value: unknown) => void,
  ): void => {
    Object.defineProperty(prototype, key, {
      get: () => read()[key] ?? null,
      set,
      configurable: true,
      enumerable: true,
    })
  }
  const setSides = (changed: object): void => {
    read()
    setBounds(changed)
  }
  const setLimits = (changed: object): void => {
    read()
    setConstraints(withoutNull(changed))
  }
  for (const key of sides) accessor(key, (value) => setSides({ [key]: value }))
  for (const key of constraints) accessor(key, (value) => setLimits({ [key]: value }))
  const methods: Record<string, (args: readonly unknown[]) => void> = {
    setPosition: ([left, top]) => setSides({ left, top }),
    setSize: ([width, height]) => setSides({ width, height }),
    setMinimumSize: ([minWidth, minHeight]) => setLimits(omitUndefined({ minWidth, minHeight })),
    setMaximumSize: ([maxWidth, maxHeight]) => setLimits(omitUndefined({ maxWidth, maxHeight })),
  }
  for (const [key, act] of Object.entries(methods)) {
    const value = createFunction(key, (args) => act(args))
    Object.defineProperty(prototype, key, { value, configurable: true, writable: true, enumerable: true })
  }
  return new Bounds()
}
