import { beforeEach, expect, it } from 'vitest'
import { defineWebview } from '../../../../../src/preload/chrome-app/main-world/webview/define-webview.ts'
import type { Facade } from '../../../../../src/preload/main-world/facade.ts'
import { elementEvent } from '../../../../../src/renderer-types/app-wire.ts'

type Act = (...args: never[]) => unknown

/** What the main process is told. */
let said: unknown[][]
let defined: unknown[][]
let state: string
let page: ReturnType<typeof createPage>
/** As Electron keeps them with an element. */
let hooks: { guestViewInternal: Record<string, Act> }

class FakeElement {
  readonly made = 'element'
}

class FakeDocument {
  get readyState(): string {
    return state
  }

  createElement(): object {
    return new FakeElement()
  }
}

class FakeWeakMap {
  readonly #entries = new WeakMap<object, unknown>()
  set(key: object, value: unknown): this {
    this.#entries.set(key, value)
    return this
  }
}

function createPage() {
  const target = new EventTarget()
  const remove = target.removeEventListener.bind(target)
  return Object.assign(target, {
    // Node's takes no word for `capture`.
    removeEventListener: (type: string, listener: () => void, capture = false) =>
      remove(type, listener, { capture }),
    customElements: { define: (...args: unknown[]): void => void defined.push(args) },
    document: new FakeDocument(),
    Document: FakeDocument,
    WeakMap: FakeWeakMap,
  })
}

/** As Electron's own code does it. */
function startElectron(): void {
  const known = new FakeWeakMap()
  const tell =
    (name: string) =>
    (...args: unknown[]) =>
      void said.push([name, ...args])
  const given = {
    allowGuestViewElementDefinition: (_page: unknown, define: () => void): void => {
      defined.push(['allowed'])
      define()
    },
    guestViewInternal: Object.fromEntries(
      ['createGuest', 'detachGuest', 'deregisterEvents', 'invoke', 'invokeSync', 'registerEvents'].map(
        (name) => [name, tell(name)],
      ),
    ),
  }
  const listener = (): void => {
    if (page.document.readyState === 'loading') return
    class WebViewElement extends FakeElement {
      static readonly observedAttributes = ['src', 'useragent']
      constructor() {
        super()
        known.set(this, { hooks: given })
        hooks = given
      }
      attributeChangedCallback(): void {}
      connectedCallback(): void {}
      disconnectedCallback(): void {}
      getWebContentsId(): number {
        return 1
      }
      loadURL(...args: unknown[]): unknown {
        return given.guestViewInternal['invoke']?.(this.getWebContentsId(), 'loadURL', args)
      }
      reload(): void {}
    }
    given.allowGuestViewElementDefinition(page, () => {
      page.customElements.define('webview', WebViewElement)
      Reflect.set(page, 'WebView', WebViewElement)
      for (const key of ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'])
        Reflect.deleteProperty(WebViewElement.prototype, key)
      Reflect.deleteProperty(WebViewElement, 'observedAttributes')
    })
  }
  page.addEventListener('readystatechange', listener, true)
}

const callbacks = ['attributeChangedCallback', 'connectedCallback', 'disconnectedCallback']
const readClass = (): { prototype: object } => defined.at(-1)?.[1] as { prototype: object }

beforeEach(() => {
  ;[said, defined, state] = [[], [], 'loading']
  page = createPage()
  defineWebview(page as unknown as typeof globalThis & Window, { events: {} } as unknown as Facade)
  page.dispatchEvent(new Event(elementEvent))
  startElectron()
  defined = []
})

it('before the page’s first script all is in its place, and nothing is defined', () => {
  expect(Object.hasOwn(page, 'addEventListener')).toBe(false)
  expect(Object.hasOwn(page.document, 'readyState')).toBe(false)
  expect(Object.hasOwn(FakeWeakMap.prototype, 'set')).toBe(true)
  expect('WebView' in page).toBe(false)
  page.dispatchEvent(new Event('readystatechange'))
  expect(defined).toEqual([])
})

it('once parsed the element is defined, by the browser’s own means, whatever the page has there by then', () => {
  const given: unknown[] = []
  const define = page.customElements.define
  Object.assign(page, { customElements: { define: (...args: unknown[]) => given.push(args) } })
  Object.defineProperty(page.document, 'readyState', { value: 'loading' })
  let keys: string[] = []
  page.customElements.define = define
  state = 'interactive'
  page.dispatchEvent(new Event('readystatechange'))
  page.dispatchEvent(new Event('readystatechange'))
  expect(given).toEqual([])
  expect(defined.map(([name]) => name)).toEqual(['allowed', 'webview'])
  for (
    let at = readClass().prototype;
    at !== FakeElement.prototype;
    at = Reflect.getPrototypeOf(at) as object
  )
    keys = [...keys, ...Object.getOwnPropertyNames(at)]
  for (const key of [...callbacks, 'getWebContentsId', 'reloadIgnoringCache']) expect(keys).not.toContain(key)
  expect(Reflect.get(page, 'WebView')).toBe(readClass())
})

it('the browser finds all that it calls when the element is defined', () => {
  const found: unknown[] = []
  const allow = defined
  page.customElements.define = () => {}
  state = 'interactive'
  const push = allow.push.bind(allow)
  allow.push = (...args) => {
    for (const [name, Class] of args)
      if (name === 'webview')
        found.push(...callbacks.map((key) => typeof Reflect.get(Object(Class).prototype, key)))
    return push(...args)
  }
  page.dispatchEvent(new Event('readystatechange'))
  expect(found).toEqual(['function', 'function', 'function'])
})

const address = 2 * 1024 * 1024
const long = 'x'.repeat(5_000_000)

it('whatever asks by Electron’s code says no more than there is use for', () => {
  const { guestViewInternal: internal } = hooks
  expect(Object.keys(internal).toSorted()).toEqual(
    ['createGuest', 'deregisterEvents', 'detachGuest', 'invoke', 'registerEvents'].toSorted(),
  )
  expect('allowGuestViewElementDefinition' in hooks).toBe(false)
  const call = (name: string, ...args: unknown[]): unknown =>
    Reflect.apply(internal[name] as Act, undefined, args)
  const params = { instanceId: 3, src: long, useragent: long, other: long, partition: long }
  call('createGuest', 'frame', long, params)
  call('createGuest', 'frame', 2, { instanceId: long, src: { long }, useragent: true })
  call('detachGuest', long)
  call('deregisterEvents', long)
  call('registerEvents', long, 'delegate')
  call('invoke', 5, 'reload', [long])
  call('invoke', long, long, [{ long }, long])
  const read = (value: unknown): unknown =>
    typeof value === 'string' && value.length > 99
      ? value.length
      : typeof value === 'object'
        ? Object.values(Object(value)).map(read)
        : value
  expect(said.map((args) => args.map(read))).toEqual([
    ['createGuest', 'frame', 0, [3, address + 1, 131_072]],
    ['createGuest', 'frame', 2, [0, '', true]],
    ['detachGuest', 0],
    ['deregisterEvents', 0],
    ['registerEvents', 0, 'delegate'],
    ['invoke', 5, 'loadURL', [address + 1, []]],
    ['invoke', 0, 'loadURL', ['', []]],
  ])
})
