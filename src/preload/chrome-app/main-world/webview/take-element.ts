import { lendProperty } from './lend-property.ts'
import type { ElectronsListener } from './hear-electron.ts'
import type { Hooks } from './guard-hooks.ts'

const { deleteProperty, getPrototypeOf, setPrototypeOf } = Reflect

/** What the browser calls of an element; nobody else can. */
export interface Callbacks {
  readonly attributeChangedCallback: (name: string, ...values: (string | null)[]) => void
  readonly connectedCallback: () => void
  readonly disconnectedCallback: () => void
}

interface CallbackMethods {
  attributeChangedCallback(...args: Parameters<Callbacks['attributeChangedCallback']>): void
  connectedCallback(): void
  disconnectedCallback(): void
}

export interface ElectronWebview extends HTMLElement, CallbackMethods {
  /** Throws while it shows nothing. */
  readonly getWebContentsId: () => number
  loadURL(url: string, options?: object): Promise<void>
}

export interface ElementClass {
  new (): ElectronWebview
  readonly prototype: ElectronWebview
  readonly observedAttributes: readonly string[]
}

/** Electron's class as it defines it, and what it asks the main process by. */
export interface TakenElement {
  readonly Base: ElementClass
  readonly callbacks: Callbacks
  readonly hooks: Hooks
  readonly observedAttributes: readonly string[]
}

type Defined = Omit<TakenElement, 'hooks'>

/** When it has defined its element Electron takes from the class what the browser knows by then. */
const note = (Base: ElementClass): Defined => {
  const { prototype } = Base
  return {
    Base,
    callbacks: {
      attributeChangedCallback: Reflect.get(prototype, 'attributeChangedCallback'),
      connectedCallback: Reflect.get(prototype, 'connectedCallback'),
      disconnectedCallback: Reflect.get(prototype, 'disconnectedCallback'),
    },
    observedAttributes: [...Base.observedAttributes],
  }
}

function takeClass(page: typeof globalThis, listener: ElectronsListener): Defined | undefined {
  const { customElements, document } = page
  let defined: Defined | undefined
  const define = (_name: string, Base: ElementClass): void => void (defined = note(Base))
  lendProperty(document, 'readyState', 'interactive', () =>
    lendProperty(customElements, 'define', define, () => listener(new Event('readystatechange'))),
  )
  deleteProperty(page, 'WebView')
  return defined
}

/** Electron keeps them with each element: one is made, of which nobody hears. */
function takeHooks({ document, WeakMap }: typeof globalThis, Base: ElementClass): Hooks | undefined {
  const parent = getPrototypeOf(Base)
  let hooks: Hooks | undefined
  const set = function (this: unknown, _element: unknown, made: { readonly hooks: Hooks }): unknown {
    hooks = made.hooks
    return this
  }
  setPrototypeOf(Base, function () {
    return document.createElement('div')
  })
  lendProperty(WeakMap.prototype, 'set', set, () => new Base())
  setPrototypeOf(Base, parent)
  return hooks
}

/** Has Electron define its element before any script of the page has run, and keeps it undefined. */
export function takeElement(page: typeof globalThis, listener: ElectronsListener): TakenElement | undefined {
  const defined = takeClass(page, listener)
  const hooks = defined && takeHooks(page, defined.Base)
  return defined && hooks && { ...defined, hooks }
}
