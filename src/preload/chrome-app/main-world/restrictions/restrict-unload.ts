import { disableSetters, logDisabled } from './disable.ts'
import { replaceMethod } from './replace-method.ts'

const { apply } = Reflect

/** An app does not learn that one of its pages is left: no page can stay for that. */
export function restrictUnload(page: Window & typeof globalThis): void {
  disableSetters(page, 'window', ['onbeforeunload', 'onunload'])
  replaceMethod(
    page.EventTarget.prototype,
    'addEventListener',
    (original) =>
      function (this: unknown, given: unknown, ...others: unknown[]) {
        // Once: what makes a text of itself may do so differently each time.
        const type = typeof given === 'symbol' ? given : String(given)
        if (type === 'unload' || type === 'beforeunload') return logDisabled(type)
        return apply(original, this, [type, ...others])
      },
  )
}
