import { elementEvent } from '../../../../renderer-types/app-wire.ts'
import { createFunction } from '../../../main-world/create-function.ts'
import type { Facade } from '../../../main-world/facade.ts'
import { defineOwn, primordials } from '../../../main-world/primordials.ts'
import { cutText } from '../../../main-world/text.ts'
import { defineAttributes, sizeAttributes } from './autosize.ts'
import { defineHandlers } from './event-handlers.ts'
import { guardHooks } from './guard-hooks.ts'
import type { Hooks } from './guard-hooks.ts'
import { GuestView } from './guest-view.ts'
import { hearElectron } from './hear-electron.ts'
import { methods } from './methods.ts'
import { takeElement } from './take-element.ts'
import type { ElectronWebview, ElementClass, TakenElement } from './take-element.ts'
import { takeInherited } from './take-inherited.ts'

const { apply, deleteProperty, getOwnPropertyDescriptor, ownKeys, parseJson } = primordials

type Allow = Hooks['allowGuestViewElementDefinition']

/** What Electron's class keeps. */
const needed = new Set<PropertyKey>(['constructor', 'focus'])

/** Of the element in Chrome's own style sheet, and of what Electron has in it: rules of the page are stronger. */
const style =
  ':host { display: inline-block; width: 300px; height: 300px } iframe { display: block; height: 100%; background: #fff } ' +
  ':host([allowtransparency]) iframe { background: none }'

/** Those that show something, by their guests. */
type Views = Map<number, GuestView>

function defineMethods(prototype: object, known: WeakMap<object, GuestView>): void {
  for (const [key, method] of Object.entries(methods)) {
    const value = createFunction(key, function (this: unknown, args) {
      const view = known.get(this as object)
      return view === undefined ? undefined : method(view, ...args)
    })
    defineOwn(prototype, key, { value, writable: true, enumerable: true, configurable: true })
  }
  // It is closed, in Chrome.
  defineOwn(prototype, 'shadowRoot', { get: () => null, configurable: true })
}

/** Of elements that nobody has any more the main process may forget the menus. */
const createRegistry = ({ calls }: Facade): FinalizationRegistry<number> =>
  new FinalizationRegistry((viewId) => calls.post('webViewMenus.contextMenusRemoveAll', [viewId], () => {}))

function useStyle(element: Element): void {
  const root = Reflect.get(Element.prototype, 'shadowRoot', element) as ShadowRoot
  const sheet = root.querySelector('style')
  if (sheet != null) sheet.textContent = style
}

/** What each element has of its own. */
function furnish(element: HTMLElement, { menus, requests }: GuestView): void {
  useStyle(element)
  defineHandlers(element)
  defineAttributes(element)
  defineOwn(element, 'contextMenus', { get: () => menus.contextMenus, enumerable: true })
  defineOwn(element, 'request', { value: requests.request, enumerable: true })
}

/** Electron's element, with Chrome's methods and events instead of Electron's. */
function createElementClass(taken: TakenElement, facade: Facade, views: Views): ElementClass {
  const { Base, callbacks, observedAttributes } = taken
  const getWebContentsId = Reflect.get(Base.prototype, 'getWebContentsId')
  const loadURL: ElectronWebview['loadURL'] = Reflect.get(Base.prototype, 'loadURL')
  const known = new WeakMap<object, GuestView>()
  const registry = createRegistry(facade)
  class WebView extends Base {
    static override readonly observedAttributes = [...observedAttributes, ...sizeAttributes, 'name']

    constructor() {
      const giveBack = takeInherited()
      super()
      giveBack()
      const view = new GuestView(this, facade, () => apply(getWebContentsId, this, []))
      known.set(this, view)
      view.follow(views)
      registry.register(this, view.menus.viewId)
      furnish(this, view)
    }

    override attributeChangedCallback(name: string, ...values: (string | null)[]): void {
      apply(callbacks.attributeChangedCallback, this, [name, ...values])
      if (sizeAttributes.includes(name)) known.get(this)?.autosize.change()
      if (name === 'name') known.get(this)?.changeName(cutText(this.getAttribute(name) ?? ''))
    }

    /** Electron's own code goes by the element to this one when `src` is another. */
    override loadURL(url: string): Promise<void> {
      const view = known.get(this)
      const holder = { getWebContentsId: () => apply(getWebContentsId, this, []) }
      if (view?.hasGone !== true) return apply(loadURL, holder, [url, {}])
      view.renew()
      return Promise.resolve()
    }
  }
  for (const key of ownKeys(Base.prototype)) if (!needed.has(key)) deleteProperty(Base.prototype, key)
  for (const key of ['connectedCallback', 'disconnectedCallback'] as const)
    defineOwn(WebView.prototype, key, { value: callbacks[key], configurable: true })
  defineMethods(WebView.prototype, known)
  return WebView
}

/** When the page has been parsed, as Chrome does, and whatever the page has at `customElements` by then. */
function defineOnceParsed(page: typeof globalThis & Window, WebView: ElementClass, allow: Allow): void {
  const { customElements, document } = page
  const addListener = Reflect.get(page, 'addEventListener')
  const removeListener = Reflect.get(page, 'removeEventListener')
  const define = Reflect.get(customElements, 'define')
  const readState = getOwnPropertyDescriptor(page.Document.prototype, 'readyState')?.get as () => unknown
  const listener = (): void => {
    if (apply(readState, document, []) === 'loading') return
    apply(removeListener, page, ['readystatechange', listener, true])
    defineOwn(page, 'WebView', { configurable: true, get: () => WebView, set: () => {} })
    allow(page, () => apply(define, customElements, ['webview', WebView]))
    for (const key of ['attributeChangedCallback', 'connectedCallback', 'disconnectedCallback'])
      deleteProperty(WebView.prototype, key)
  }
  apply(addListener, page, ['readystatechange', listener, true])
}

/** The page gets another element than Electron's, and Electron's asks for nothing but what that one needs. */
export function defineWebview(page: typeof globalThis & Window, facade: Facade): void {
  const views: Views = new Map()
  const hear = (): void =>
    hearElectron(page, (listener) => {
      const taken = takeElement(page, listener)
      if (taken === undefined) return
      const { hooks, observedAttributes } = taken
      const { allowGuestViewElementDefinition } = hooks
      guardHooks(hooks, observedAttributes)
      const WebView = createElementClass(taken, facade, views)
      defineOnceParsed(page, WebView, allowGuestViewElementDefinition)
    })
  page.addEventListener(elementEvent, hear, { once: true })
  facade.events['webViewInternal.onEvent']?.add((id, name, text) => {
    views.get(id as number)?.receive(id as number, name as string, parseJson(text as string))
  })
}
