import { replaceMethod } from './replace-method.ts'

const { apply } = Reflect
const outside = /^(?:https?|mailto):$/

/** A window that has been closed. */
function createClosedWindow({ documentElement }: Document): Window | null {
  const frame = documentElement.appendChild(document.createElement('iframe'))
  const { contentWindow } = frame
  frame.remove()
  return contentWindow
}

function leadsOutside(url: unknown): boolean {
  const address = String(url)
  return URL.canParse(address, document.baseURI) && outside.test(new URL(address, document.baseURI).protocol)
}

/** What goes to the user's browser is a window in Chrome, which soon is closed: here it is from the first. */
export function restrictWindows(page: Window): void {
  replaceMethod(
    page,
    'open',
    (original) =>
      function open(this: unknown, ...args: unknown[]) {
        const [url, , features = ''] = args
        const opened = apply(original, this, args)
        const isWanted = opened === null && !/\bno(?:opener|referrer)\b/i.test(String(features))
        return isWanted && leadsOutside(url) ? createClosedWindow(document) : opened
      },
  )
}
