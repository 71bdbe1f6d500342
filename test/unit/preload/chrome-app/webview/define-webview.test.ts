import { beforeEach, expect, it } from 'vitest'
import { defineWebview } from '../../../../../src/preload/chrome-app/main-world/webview/define-webview.ts'
import type { Facade } from '../../../../../src/preload/main-world/facade.ts'

/** What Electron's own code does with the element that it knows, and what it has said of it by then. */
interface Callbacks {
  readonly attributeChangedCallback: (name: string) => void
  readonly connectedCallback: () => void
  readonly loadURL: (url: string, options: object) => Promise<void>
}

class Attributes {
  static readonly texts = new Map<string, string>()

  getAttribute(name: string): string | null {
    return Attributes.texts.get(name) ?? null
  }
}

let said: unknown[]
let callbacks: Callbacks
let element: Attributes

class Electrons extends Attributes {
  static readonly observedAttributes = ['src', 'useragent']

  readonly say = (): void =>
    void said.push(['src', 'useragent', 'partition'].map((name) => this.getAttribute(name)?.length))

  attributeChangedCallback(): void {
    this.say()
  }

  connectedCallback(): void {
    this.say()
  }

  async loadURL(url: string, options: object): Promise<void> {
    said.push([url.length, options])
  }

  getWebContentsId(): number {
    return 1
  }
}

const address = 2 * 1024 * 1024

beforeEach(() => {
  said = []
  Attributes.texts.clear()
  const define = (_name: string, { prototype }: { prototype: Callbacks }): void => {
    const { attributeChangedCallback, connectedCallback, loadURL } = prototype
    callbacks = { attributeChangedCallback, connectedCallback, loadURL }
  }
  const page = { customElements: { define }, Element: Attributes }
  defineWebview(page as unknown as typeof globalThis & Window, { events: {} } as unknown as Facade)
  class Fresh extends Electrons {}
  const prototype: object = Fresh.prototype
  for (const name of ['attributeChangedCallback', 'connectedCallback', 'loadURL', 'getWebContentsId'])
    Object.defineProperty(prototype, name, {
      value: Reflect.get(Electrons.prototype, name) as unknown,
      configurable: true,
    })
  page.customElements.define('webview', Fresh)
  element = new Electrons()
})

it('Electron reads of an address that is too long so much that it stays so, of other texts less, and the page all', () => {
  const all = 5_000_000
  Attributes.texts.set('src', 'x'.repeat(all)).set('useragent', 'y'.repeat(all))
  callbacks.attributeChangedCallback.call(element, 'src')
  callbacks.connectedCallback.call(element)
  expect(said).toEqual([
    [address + 1, 131_072, undefined],
    [address + 1, 131_072, undefined],
  ])
  expect(element.getAttribute('src')).toHaveLength(all)
  expect(Object.hasOwn(element, 'getAttribute')).toBe(false)
})

it('a method of the page is in its place again, and Electron has not asked it', () => {
  const mine = (): string => 'mine'
  Object.defineProperty(element, 'getAttribute', { value: mine, configurable: true })
  Attributes.texts.set('src', 'x'.repeat(address))
  callbacks.connectedCallback.call(element)
  expect(said).toEqual([[address, undefined, undefined]])
  expect(Reflect.get(element, 'getAttribute')).toBe(mine)
})

it.each<[string, (view: object) => unknown]>([
  ['takes no property any more', (view) => Object.preventExtensions(view)],
  ['has a method that stays', (view) => Object.defineProperty(view, 'getAttribute', { value: () => 'mine' })],
])('nothing is read of an element that %s', (_what, prepare) => {
  prepare(element)
  Attributes.texts.set('src', 'x')
  callbacks.attributeChangedCallback.call(element, 'src')
  callbacks.connectedCallback.call(element)
  expect(said).toEqual([])
})

it('what a page puts on all objects keeps nothing from being read', () => {
  Attributes.texts.set('src', 'x')
  const before = (): string => 'mine'
  Object.defineProperty(element, 'getAttribute', { value: before, configurable: true })
  Reflect.defineProperty(Object.prototype, 'get', { value: undefined, configurable: true })
  try {
    callbacks.connectedCallback.call(element)
  } finally {
    Reflect.deleteProperty(Object.prototype, 'get')
  }
  expect(said).toEqual([[1, undefined, undefined]])
  expect(Reflect.get(element, 'getAttribute')).toBe(before)
})

it('the main process is told no more of an address, and no options', async () => {
  for (const length of [10, address, address + 1, 2 * address])
    await callbacks.loadURL.call(element, 'x'.repeat(length), { userAgent: 'y' })
  expect(said).toEqual([10, address, address + 1, address + 1].map((length) => [length, {}]))
})
