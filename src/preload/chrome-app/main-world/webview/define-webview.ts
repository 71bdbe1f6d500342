import { createFunction } from '../../../main-world/create-function.ts'
import type { Facade } from '../../../main-world/facade.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { cutText } from '../../../main-world/text.ts'
import { defineAttributes, sizeAttributes } from './autosize.ts'
import type { Attributes } from './cut-attributes.ts'
import { cutAddress, readCut } from './cut-attributes.ts'
import { GuestView } from './guest-view.ts'
import { defineHandlers } from './event-handlers.ts'
import { methods } from './methods.ts'

const { apply, defineProperty, deleteProperty, ownKeys, parseJson } = primordials

interface ElectronWebview extends HTMLElement {
  /** Throws while it shows nothing. */
  readonly getWebContentsId: () => number
  loadURL(url: string, options?: object): Promise<void>
  attributeChangedCallback(name: string, ...values: (string | null)[]): void
  connectedCallback(): void
}

interface ElementClass {
  new (): ElectronWebview
  readonly observedAttributes: readonly string[]
}

const isElectrons = (base: CustomElementConstructor): base is ElementClass =>
  'getWebContentsId' in base.prototype

/** What Electron's class keeps. */
const needed = new Set<PropertyKey>([
  'constructor',
  'attributeChangedCallback',
  'connectedCallback',
  'disconnectedCallback',
  'focus',
])

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
    defineProperty(prototype, key, { value, writable: true, enumerable: true, configurable: true })
  }
}

/** Of elements that nobody has any more the main process may forget the menus. */
const createRegistry = ({ calls }: Facade): FinalizationRegistry<number> =>
  new FinalizationRegistry((viewId) => calls.post('webViewMenus.contextMenusRemoveAll', [viewId], () => {}))

function useStyle(element: Element): void {
  const root = Reflect.get(Element.prototype, 'shadowRoot', element) as ShadowRoot
  const sheet = root.querySelector('style')
  if (sheet != null) sheet.textContent = style
}

interface Surroundings {
  readonly attributes: Attributes
  readonly facade: Facade
  readonly views: Views
}

/** Electron's element, with Chrome's methods and events instead of Electron's. */
function createElementClass(Base: ElementClass, { attributes, facade, views }: Surroundings): ElementClass {
  const { attributeChangedCallback, connectedCallback, getWebContentsId, loadURL } = Base.prototype
  for (const key of ownKeys(Base.prototype)) if (!needed.has(key)) deleteProperty(Base.prototype, key)
  const known = new WeakMap<object, GuestView>()
  const registry = createRegistry(facade)
  class WebView extends Base {
    static override readonly observedAttributes = [...Base.observedAttributes, ...sizeAttributes, 'name']

    constructor() {
      super()
      useStyle(this)
      const view = new GuestView(this, facade, () => apply(getWebContentsId, this, []))
      known.set(this, view)
      view.follow(views)
      defineHandlers(this)
      defineAttributes(this)
      defineProperty(this, 'contextMenus', { get: () => view.menus.contextMenus, enumerable: true })
      registry.register(this, view.menus.viewId)
      defineProperty(this, 'request', { value: view.requests.request, enumerable: true })
    }

    override attributeChangedCallback(name: string, ...values: (string | null)[]): void {
      readCut(this, attributes, () => apply(attributeChangedCallback, this, [name, ...values]))
      if (sizeAttributes.includes(name)) known.get(this)?.autosize.change()
      if (name === 'name') known.get(this)?.changeName(cutText(this.getAttribute(name) ?? ''))
    }

    override connectedCallback(): void {
      readCut(this, attributes, () => apply(connectedCallback, this, []))
    }

    /** Electron's own code goes by the element to this one when `src` is another. Its options are nothing to the main process. */
    override loadURL(url: string): Promise<void> {
      const view = known.get(this)
      const holder = { getWebContentsId: () => apply(getWebContentsId, this, []) }
      if (view?.hasGone !== true) return apply(loadURL, holder, [cutAddress(url), {}])
      view.renew()
      return Promise.resolve()
    }
  }
  defineMethods(WebView.prototype, known)
  // It is closed, in Chrome.
  defineProperty(WebView.prototype, 'shadowRoot', { get: () => null, configurable: true })
  return WebView
}

/** Electron defines its element when the page has been parsed, as Chrome does: the page then gets another. */
export function defineWebview(page: Window & typeof globalThis, facade: Facade): void {
  const views: Views = new Map()
  const getAttribute = Reflect.get(page.Element.prototype, 'getAttribute')
  const { customElements } = page
  const define = customElements.define.bind(customElements)
  const defineOther = (name: string, base: CustomElementConstructor, options?: object): void => {
    if (name !== 'webview' || !isElectrons(base)) return define(name, base, options)
    deleteProperty(customElements, 'define')
    const WebView = createElementClass(base, { attributes: { getAttribute }, facade, views })
    // Electron assigns its own class when this has returned.
    defineProperty(page, 'WebView', { configurable: true, get: () => WebView, set: () => {} })
    define(name, WebView)
    for (const key of ['attributeChangedCallback', 'connectedCallback'])
      deleteProperty(WebView.prototype, key)
  }
  defineProperty(customElements, 'define', { value: defineOther, writable: true, configurable: true })
  facade.events['webViewInternal.onEvent']?.add((id, name, text) => {
    views.get(id as number)?.receive(id as number, name as string, parseJson(text as string))
  })
}
