import { hearElectron } from '../webview/hear-electron.ts'
import { replaceMethod } from './replace-method.ts'

const { apply } = Reflect

const explanation =
  'You do not have permission to use the WebView element. Be sure to declare the "webview" permission in your manifest file.'

/** A `<webview>` is an element like any other, but for a line in the console once the page has been parsed. */
export function denyWebview(page: typeof globalThis & Window): void {
  const { Document, document } = page
  // Electron defines its element wherever any page of the window may have it.
  hearElectron(page, () => {})
  const deny = (): void => {
    for (let i = document.querySelectorAll('webview').length; i > 0; i -= 1) console.error(explanation)
    replaceMethod(
      Document.prototype,
      'createElement',
      (original) =>
        function createElement(this: unknown, ...args: unknown[]) {
          const element = apply(original, this, args) as Element
          if (element.localName === 'webview') console.error(explanation)
          return element
        },
    )
  }
  document.addEventListener('readystatechange', deny, { once: true })
}
