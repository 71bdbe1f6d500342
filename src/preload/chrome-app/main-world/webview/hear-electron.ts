import { documentEvent } from '../../../../renderer-types/app-wire.ts'

/** What Electron's own code waits with. */
export type ElectronsListener = (event: Event) => void

const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect

/**
 * Electron's own code, which comes next in the page and before any script of it, waits for the page to be parsed and then
 * defines its element by what the page has at `customElements`. `hear` is given what it waits with, and it waits no more.
 */
export function hearElectron(page: Window, hear: (listener: ElectronsListener) => void): void {
  const addListener = Reflect.get(page, 'addEventListener')
  const own = getOwnPropertyDescriptor(page, 'addEventListener')
  const restore = (): void => {
    page.removeEventListener(documentEvent, restore)
    if (own === undefined) deleteProperty(page, 'addEventListener')
    else defineProperty(page, 'addEventListener', own)
  }
  const value = (type: string, listener: ElectronsListener, ...options: unknown[]): void => {
    if (type !== 'readystatechange') return apply(addListener, page, [type, listener, ...options])
    restore()
    hear(listener)
  }
  defineProperty(page, 'addEventListener', { value, configurable: true })
  apply(addListener, page, [documentEvent, restore])
}
