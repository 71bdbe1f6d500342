import { replaceMethod } from './replace-method.ts'

const { apply } = Reflect

const disabled =
  "Failed to execute 'open' on 'XMLHttpRequest': Synchronous requests are disabled for this page."

/** No request holds up the page. Workers have them still. */
export function restrictRequests({ DOMException, XMLHttpRequest }: typeof globalThis): void {
  replaceMethod(
    XMLHttpRequest.prototype,
    'open',
    (original) =>
      function open(this: unknown, method: unknown, url: unknown, ...others: unknown[]) {
        if (others.length === 0 || others[0]) return apply(original, this, arguments)
        // What else is wrong with the request is told before.
        apply(original, new XMLHttpRequest(), [method, url])
        throw new DOMException(disabled, 'InvalidAccessError')
      },
  )
}
