import { createFunction } from '../../../main-world/event.ts'
import type { Facade } from '../../../main-world/facade.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { GuestView } from './guest-view.ts'
import type { ElectronWebview } from './guest-view.ts'
import { defineHandlers } from './event-handlers.ts'
import { methods } from './methods.ts'
import type { Fields, GuestEventName } from './raise-event.ts'
import type { RequestNews } from './request-event.ts'

const { defineProperty, deleteProperty, ownKeys, parseJson } = primordials

type ElementClass = new () => ElectronWebview

const isElectrons = (base: CustomElementConstructor): base is ElementClass =>
  'getWebContentsId' in base.prototype

/** What Electron's class keeps: its own code goes by the element to these. */
const needed = new Set<PropertyKey>([
  'constructor',
  'attributeChangedCallback',
  'connectedCallback',
  'disconnectedCallback',
  'focus',
  'getWebContentsId',
  'loadURL',
])

/** Of the element in Chrome's own style sheet, and of what Electron has in it: rules of the page are stronger. */
const style =
  ':host { display: inline-block; width: 300px; height: 300px } iframe { display: block; height: 100% }'

/** Those that show something, by their guests. */
type Views = Map<number, GuestView>

/** Electron's element, with Chrome's methods and events instead of Electron's. */
function createElementClass(Base: ElementClass, facade: Facade, views: Views): ElementClass {
  for (const key of ownKeys(Base.prototype)) if (!needed.has(key)) deleteProperty(Base.prototype, key)
  const known = new WeakMap<object, GuestView>()
  // Nobody has the element any more.
  const registry = new FinalizationRegistry<number>((viewId) =>
    facade.calls.post('webViewMenus.contextMenusRemoveAll', [viewId], () => {}),
  )
  class WebView extends Base {
    constructor() {
      super()
      const sheet = this.shadowRoot?.querySelector('style')
      if (sheet != null) sheet.textContent = style
      const view = new GuestView(this, facade)
      known.set(this, view)
      view.follow(views)
      defineHandlers(this)
      defineProperty(this, 'contextMenus', { get: () => view.menus.contextMenus, enumerable: true })
      registry.register(this, view.menus.viewId)
      defineProperty(this, 'request', { value: view.requests.request, enumerable: true })
    }

    /** Electron's own code calls this one when `src` is another. */
    override loadURL(url: string, options: object): Promise<void> {
      const view = known.get(this)
      if (view?.hasGone !== true) return super.loadURL(url, options)
      view.renew()
      return Promise.resolve()
    }
  }
  for (const [key, method] of Object.entries(methods)) {
    const value = createFunction(key, function (this: unknown, args) {
      const view = known.get(this as object)
      return view === undefined ? undefined : method(view, ...args)
    })
    defineProperty(WebView.prototype, key, { value, writable: true, enumerable: true, configurable: true })
  }
  return WebView
}

/** Electron defines its element when the page has been parsed, as Chrome does: the page then gets another. */
export function defineWebview(page: Window & typeof globalThis, facade: Facade): void {
  const views: Views = new Map()
  const { customElements } = page
  const define = customElements.define.bind(customElements)
  const defineOther = (name: string, base: CustomElementConstructor, options?: object): void => {
    if (name !== 'webview' || !isElectrons(base)) return define(name, base, options)
    deleteProperty(customElements, 'define')
    const WebView = createElementClass(base, facade, views)
    // Electron assigns its own class when this has returned.
    defineProperty(page, 'WebView', { configurable: true, get: () => WebView, set: () => {} })
    define(name, WebView)
  }
  defineProperty(customElements, 'define', { value: defineOther, writable: true, configurable: true })
  facade.events['webViewInternal.onEvent']?.add((id, name, text) => {
    const view = views.get(id as number)
    const fields = parseJson(text as string)
    if (name === 'request') view?.requests.receive(fields as RequestNews)
    else if (name === 'contextmenu') view?.menus.ask(fields as Fields)
    else if (name === 'menuclick') view?.menus.click(fields as Fields)
    else view?.receive(name as GuestEventName, fields as Fields)
  })
}
