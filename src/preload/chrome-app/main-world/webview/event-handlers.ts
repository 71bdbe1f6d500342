import { defineOwn } from '../../../main-world/primordials.ts'
import { eventNames } from './raise-event.ts'

/** `onloadstop` and the like: a function that listens, until it is another one. */
export function defineHandlers(element: HTMLElement): void {
  for (const name of eventNames) {
    let handler: EventListener | undefined
    defineOwn(element, `on${name}`, {
      enumerable: true,
      configurable: true,
      get: () => handler,
      set: (given: unknown) => {
        if (handler !== undefined) element.removeEventListener(name, handler)
        handler = typeof given === 'function' ? (given as EventListener) : undefined
        if (handler !== undefined) element.addEventListener(name, handler)
      },
    })
  }
}
