import { explainStay } from '../../../../renderer-types/app-wire.ts'
import type { AppRole, WindowBounds, WindowState } from '../../../../renderer-types/app-wire.ts'
import { currentWindow } from '../../../../renderer-types/contract/apps/current-window.ts'
import type { AppMethodName } from '../../../../renderer-types/contract/apps/index.ts'
import type { Facade } from '../../../main-world/facade.ts'
import { createFunction } from '../../../main-world/create-function.ts'
import type { Listener } from '../../../main-world/event.ts'
import { defineOwn, primordials } from '../../../main-world/primordials.ts'
import { createMatcher } from '../../../main-world/signature.ts'
import type { BoundsKey } from './bounds.ts'
import { createBoundsClass } from './bounds.ts'
import { createClass } from './create-class.ts'
import type { WindowEvents } from './window-events.ts'
import { createWindowEvents, tellChange } from './window-events.ts'

const { consoleError } = primordials

type WindowRole = Extract<AppRole, { kind: 'window' }>
type Handler = keyof typeof currentWindow.methods

/** The handlers that an AppWindow has as methods, in Chrome's order. */
const handlers = [
  'clearAttention',
  'drawAttention',
  'focus',
  'fullscreen',
  'hide',
  'maximize',
  'minimize',
  'restore',
  'setActivateOnPointer',
  'setAlwaysOnTop',
  'setIcon',
  'setShape',
  'setVisibleOnAllWorkspaces',
  'show',
] as const satisfies Handler[]

function define(target: object, key: string, value: unknown): void {
  defineOwn(target, key, { value, writable: true, enumerable: true, configurable: true })
}

function defineGetter(target: object, key: string, value: unknown): void {
  const get = { get: () => value }.get
  defineOwn(target, key, { get })
}

/** One window of the app, as its own page has it. `object` is what the app sees: of the page's realm, for all pages. */
export class AppWindow {
  readonly page: Window
  readonly id: string
  readonly object: object
  readonly #facade: Facade
  readonly #events: WindowEvents = createWindowEvents()
  #state: WindowState
  #isClosed = false
  #hasGone = false

  constructor(page: Window, role: WindowRole, facade: Facade) {
    this.page = page
    this.id = role.id
    this.#state = role.state
    this.#facade = facade
    this.object = this.#create(page, role, facade)
    facade.calls.outlive(() => !this.isThere)
    facade.events['currentWindow.onClosing']?.add(() => {
      this.#tellClosed()
      facade.calls.post('currentWindow.confirmClosing', [], () => {})
    })
    facade.events['currentWindow.onStayed']?.add((url) => consoleError(explainStay(url as string)))
    facade.events['currentWindow.onStateChanged']?.add((changed) => {
      const before = this.#state
      this.#state = changed as WindowState
      tellChange(this.#events, before, this.#state)
    })
  }

  /** False once its page has no place any more: a moment after it hides. */
  get isThere(): boolean {
    return this.page.top !== null
  }

  /** The window goes: as in Chrome, what its page says in its last moment is not heard. */
  end(): void {
    this.#facade.calls.end()
    this.#tellClosed()
  }

  #tellClosed(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#events.onClosed.dispatch([])
    this.#hasGone = true
  }

  leaveFullScreen(): void {
    if (this.#state.fullscreen) this.#facade.calls.post('currentWindow.restore', [], () => {})
  }

  #create(page: Window, role: WindowRole, facade: Facade): object {
    // What a page makes with it has the same methods, for the same window.
    const ChromeAppWindow = createClass('AppWindow', (made) => {
      Object.assign(made, {
        innerBounds: createBounds('innerBounds'),
        outerBounds: createBounds('outerBounds'),
      })
    })
    const { prototype } = ChromeAppWindow
    for (const [name, { chromeEvent }] of Object.entries(this.#events)) define(prototype, name, chromeEvent)
    const act = (key: Handler): Listener => {
      const row = currentWindow.methods[key]
      const match = createMatcher(`${currentWindow.printed}.${key}`, row)
      const method: AppMethodName = `currentWindow.${key}`
      return createFunction(key, (args) => {
        if (this.#hasGone) throw new Error('Extension context invalidated.')
        facade.calls.say(method, match(args))
      })
    }
    const canShape = role.rights.includes('app.window.shape')
    for (const key of handlers) if (key !== 'setShape' || canShape) define(prototype, key, act(key))
    const setBounds = act('setBounds')
    this.#defineOthers(prototype, page, role, setBounds)
    const createBounds = createBoundsClass({
      read: (key) => this.#readBounds(key),
      setBounds,
      setConstraints: act('setSizeConstraints'),
    })
    return new ChromeAppWindow()
  }

  /** Undefined without a key. */
  #readBounds(key: BoundsKey | undefined): WindowBounds | undefined {
    // The text of the fault that apps meet in Chrome.
    if (this.#hasGone) throw new TypeError("Cannot read properties of undefined (reading 'boundsKey_')")
    return key && this.#state[key]
  }

  /** What an AppWindow knows by itself, or has from its page. */
  #defineOthers(
    prototype: object,
    page: Window,
    { frameColors, id, isTransparent }: WindowRole,
    setBounds: Listener,
  ): void {
    define(prototype, 'moveTo', page.moveTo.bind(page))
    define(prototype, 'resizeTo', page.resizeTo.bind(page))
    define(prototype, 'contentWindow', page)
    const methods: Record<string, (args: unknown[]) => unknown> = {
      close: () => page.close(),
      getBounds: () => {
        // Position and size of different rectangles: a fault of Chrome's that apps have come to rely on.
        const { left, top } = this.#state.outerBounds
        const { width, height } = this.#state.innerBounds
        return { left, top, width, height }
      },
      setBounds: ([bounds]) => setBounds('bounds', bounds),
      isFullscreen: () => this.#state.fullscreen,
      isMinimized: () => this.#state.minimized,
      isMaximized: () => this.#state.maximized,
      isAlwaysOnTop: () => this.#state.alwaysOnTop,
      alphaEnabled: () => isTransparent,
    }
    // Nameless in Chrome, too, and of one argument.
    for (const [key, method] of Object.entries(methods)) define(prototype, key, createFunction('', method))
    defineOwn(Reflect.get(prototype, 'setBounds'), 'length', { value: 1, configurable: true })
    defineGetter(prototype, 'id', id)
    defineGetter(prototype, 'hasFrameColor', frameColors !== undefined)
    defineGetter(prototype, 'activeFrameColor', frameColors?.[0] ?? 0)
    defineGetter(prototype, 'inactiveFrameColor', frameColors?.[1] ?? 0)
  }
}
