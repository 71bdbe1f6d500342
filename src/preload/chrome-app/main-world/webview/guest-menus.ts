import type { AppArguments } from '../../../../renderer-types/contract/apps/index.ts'
import { menuSignatures, webViewMenus } from '../../../../renderer-types/contract/apps/web-view-menus.ts'
import type { Settle } from '../../../main-world/calls.ts'
import { createFunction } from '../../../main-world/create-function.ts'
import { EventSource } from '../../../main-world/event.ts'
import type { Facade } from '../../../main-world/facade.ts'
import { createDictionary, defineOwn } from '../../../main-world/primordials.ts'
import { createMatcher } from '../../../main-world/signature.ts'
import type { Callback, Invocation } from '../../../main-world/signature.ts'
import { writeItem } from '../handlers/context-menus.ts'
import type { Fields } from './raise-event.ts'

type Method = 'contextMenusCreate' | 'contextMenusRemove' | 'contextMenusRemoveAll' | 'contextMenusUpdate'
type Properties = AppArguments<'contextMenus', 'update'>[1] & { readonly onclick?: Callback }
type ItemId = AppArguments<'contextMenus', 'remove'>[0]

const createMenuMatcher = (method: Method) =>
  createMatcher(`${webViewMenus.printed}.${method}`, menuSignatures[method])

const matchCreate = createMenuMatcher('contextMenusCreate')
const matchRemove = createMenuMatcher('contextMenusRemove')
const matchRemoveAll = createMenuMatcher('contextMenusRemoveAll')
const matchUpdate = createMenuMatcher('contextMenusUpdate')

/** The last number of an element, or of an item that has no id. */
let counter = 0

function takeNumber(): number {
  counter += 1
  return counter
}

/** A text and a number are not the same. */
const keyOf = (id: ItemId): string => `${typeof id} ${id}`

const createEvent = (): EventSource => new EventSource(() => {})

/** `contextMenus` of one `<webview>` (Chromium: chrome_web_view.js, context_menus_handlers.js). */
export class GuestMenus {
  readonly viewId = takeNumber()
  readonly #calls: Facade['calls']
  readonly #findGuest: () => number | undefined
  readonly #onClicked = createEvent()
  readonly #onShow = createEvent()
  #handlers = createDictionary<Callback>()
  readonly contextMenus = this.#createObject()

  constructor({ calls }: Facade, findGuest: () => number | undefined) {
    this.#calls = calls
    this.#findGuest = findGuest
  }

  /** The user wants to see the menu: the main process shows it, unless a listener prevents that. */
  ask({ requestId }: Fields): void {
    let isPrevented = false
    const preventDefault = createFunction('preventDefault', () => void (isPrevented = true))
    this.#onShow.dispatch([{ preventDefault }])
    const id = this.#findGuest()
    if (isPrevented || id === undefined) return
    this.#calls.say('webViewMenus.showContextMenu', { args: [id, requestId], callback: undefined })
  }

  click(info: Fields): void {
    const handler = createEvent()
    const onclick = this.#handlers[keyOf(info['menuItemId'] as ItemId)]
    if (onclick !== undefined) handler.add(onclick)
    handler.dispatch([info])
    this.#onClicked.dispatch([info])
  }

  #create(given: readonly unknown[]): ItemId {
    const { args, callback } = matchCreate([this.viewId, ...given])
    const { onclick, ...properties } = args[1] as Properties & { id?: string }
    const item = { ...properties, id: properties.id ?? takeNumber() }
    const invocation = { args: [this.viewId, writeItem(item)], callback: callback ?? (() => {}) }
    this.#do('contextMenusCreate', invocation, () => this.#note(item.id, onclick))
    return item.id
  }

  #update(given: readonly unknown[]): unknown {
    const { args, callback } = matchUpdate([this.viewId, ...given])
    const [, id, { onclick, ...changes }] = args as [number, ItemId, Properties]
    return this.#do('contextMenusUpdate', { args: [this.viewId, id, writeItem(changes)], callback }, () =>
      this.#note(id, onclick),
    )
  }

  #remove(given: readonly unknown[]): unknown {
    const invocation = matchRemove([this.viewId, ...given])
    const key = keyOf(invocation.args[1] as ItemId)
    return this.#do('contextMenusRemove', invocation, () => delete this.#handlers[key])
  }

  #removeAll(given: readonly unknown[]): unknown {
    return this.#do('contextMenusRemoveAll', matchRemoveAll([this.viewId, ...given]), () => {
      this.#handlers = createDictionary<Callback>()
    })
  }

  #note(id: ItemId, onclick: Callback | undefined): void {
    if (onclick !== undefined) this.#handlers[keyOf(id)] = onclick
  }

  /** `done` comes before the callback. */
  #do(method: Method, { args, callback }: Invocation, done: () => void): unknown {
    return this.#calls.answer(callback, (settle: Settle) =>
      this.#calls.post(`webViewMenus.${method}`, args, (results, error) => {
        if (error === undefined) done()
        settle(results, error)
      }),
    )
  }

  #createObject(): object {
    const object = {}
    const methods: Readonly<Record<string, (args: unknown[]) => unknown>> = {
      create: (args) => this.#create(args),
      remove: (args) => this.#remove(args),
      removeAll: (args) => this.#removeAll(args),
      update: (args) => this.#update(args),
    }
    for (const [name, method] of Object.entries(methods))
      defineOwn(object, name, {
        value: createFunction(name, method),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    defineOwn(object, 'onClicked', { get: () => this.#onClicked.chromeEvent, enumerable: true })
    defineOwn(object, 'onShow', { get: () => this.#onShow.chromeEvent, enumerable: true })
    return object
  }
}
