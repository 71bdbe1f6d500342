import { replaceMethod } from './replace-method.ts'

const { apply } = Reflect

const explanation =
  'You do not have permission to use the WebView element. Be sure to declare the "webview" permission in your manifest file.'

/** Electron defines its element once the page has been parsed, wherever any page of the window may have it. */
function keepUndefined(customElements: CustomElementRegistry): void {
  const define = customElements.define.bind(customElements)
  const defineOther = (...args: Parameters<typeof define>): void => {
    if (args[0] !== 'webview') define(...args)
  }
  Reflect.defineProperty(customElements, 'define', { value: defineOther, configurable: true })
}

/** A `<webview>` is an element like any other, but for a line in the console once the page has been parsed. */
export function denyWebview({ Document, customElements, document }: typeof globalThis): void {
  keepUndefined(customElements)
  const deny = (): void => {
    Reflect.deleteProperty(customElements, 'define')
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
