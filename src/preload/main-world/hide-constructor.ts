import { defineOwn, primordials } from './primordials.ts'

const { Error } = primordials

/** What a page finds as the class of an object: nameless, as in Chrome, and of no use. */
export function hideConstructor({ prototype }: { readonly prototype: object }, printed: string): void {
  const value = (() =>
    function (): never {
      throw new Error(`Objects of type ${printed} cannot be created using the constructor.`)
    })()
  value.prototype = prototype
  defineOwn(prototype, 'constructor', { value, writable: true, configurable: true })
}
