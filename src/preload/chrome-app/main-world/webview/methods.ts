import { webViewInternal } from '../../../../renderer-types/contract/apps/web-view-internal.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { createMatcher } from '../../../main-world/signature.ts'
import type { GuestView } from './guest-view.ts'

const { consoleError, parseJson } = primordials

type Method = (view: GuestView, ...args: unknown[]) => unknown
type Key = keyof typeof webViewInternal.methods

const tooEarly = '<webview>: Script cannot be injected into content until the page has loaded.'

/** A method of the element that the main process does with the guest; `read` makes the results of what it answers. */
function createMethod(
  key: Key,
  read: (results: readonly unknown[]) => unknown[] = (results) => [...results],
) {
  const match = createMatcher(`${webViewInternal.printed}.${key}`, webViewInternal.methods[key])
  return ({ facade: { calls } }: GuestView, args: readonly unknown[]): void => {
    const { args: parsed, callback = () => {} } = match(args)
    calls.answer(callback, (settle) =>
      calls.post(`webViewInternal.${key}`, parsed, (results, error) =>
        settle(error === undefined ? read(results) : [], error),
      ),
    )
  }
}

/** False, and a line in the console, where there is nothing to put it into. */
function createInjection(act: ReturnType<typeof createMethod>): Method {
  return (view, ...args) => {
    if (view.id === undefined) {
      consoleError(tooEarly)
      return false
    }
    act(view, [view.id, view.element.getAttribute('src') ?? '', ...args])
    return true
  }
}

/** What a `<webview>` has as methods. */
export const methods: Readonly<Record<string, Method>> = {
  executeScript: createInjection(
    createMethod('executeScript', ([results]) => [parseJson(results as string)]),
  ),
  insertCSS: createInjection(createMethod('insertCSS')),
}
