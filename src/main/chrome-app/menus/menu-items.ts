import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import { Budget } from '../../memory/budget.ts'

export type ItemProperties = AppArguments<'contextMenuItems', 'create'>[0]
export type ItemChanges = AppArguments<'contextMenuItems', 'update'>[1]
export type ItemId = ItemProperties['id']

/** Items of one app, and characters of all that they say. Chrome has no limit. */
const maxItems = 1000
const maxCharacters = 1024 * 1024
/** Characters that a pattern counts besides: each is looked at when the user wants a menu. */
const perPattern = 512

export interface MenuBudget {
  readonly items: Budget
  readonly characters: Budget
}

export const createMenuBudget = (): MenuBudget => ({
  items: new Budget(maxItems),
  characters: new Budget(maxCharacters),
})

/** An item, and what it says in characters. */
interface Held {
  readonly item: ItemProperties
  readonly characters: number
}

const noTitle = 'All menu items except for separators must have a title'
const notNormal = 'Parent items must have type "normal"'
const notChecked = 'Only items with type "radio" or "checkbox" can be checked'
const tooMany = 'There are too many menu items.'
const forExtensions = 'Only extensions are allowed to use action contexts'
/** Chrome says no more of an item that would be below itself. */
const unknownError = 'Unknown error.'
const actions: ReadonlySet<string> = new Set(['action', 'browser_action', 'page_action'])

/** Lists are said as texts, a line for each element. */
export const listLines = (text = ''): string[] => (text === '' ? [] : text.split('\n'))

/** It may be long; the number 0 is no id to Chrome. */
const printId = (id: ItemId): string => (id === 0 ? '' : String(id).slice(0, 1024))

function weigh(item: ItemProperties): number {
  const patterns = [...listLines(item.documentUrlPatterns), ...listLines(item.targetUrlPatterns)]
  return JSON.stringify(item).length + perPattern * patterns.length
}

function explain({ contexts, title = '', type = 'normal' }: ItemProperties): string | undefined {
  if (listLines(contexts).some((context) => actions.has(context))) return forExtensions
  return title === '' && type !== 'separator' ? noTitle : undefined
}

/** Only of what is checked anew. */
function explainCheck({ type }: ItemProperties, { checked }: ItemChanges): string | undefined {
  return checked === true && type !== 'checkbox' && type !== 'radio' ? notChecked : undefined
}

/** Radio items beside each other, of which one is always checked. */
function listRadioGroups(items: readonly ItemProperties[]): ItemProperties[][] {
  const groups: ItemProperties[][] = []
  const open = new Map<ItemId | undefined, ItemProperties[]>()
  for (const item of items) {
    const group = open.get(item.parentId) ?? []
    if (item.type !== 'radio') open.delete(item.parentId)
    else if (group.push(item) === 1) {
      groups.push(group)
      open.set(item.parentId, group)
    }
  }
  return groups
}

/** The items of one menu, in the order in which they were made. */
export class MenuItems {
  readonly #held = new Map<ItemId, Held>()
  readonly #budget: MenuBudget

  constructor(budget = createMenuBudget()) {
    this.#budget = budget
  }

  get isEmpty(): boolean {
    return this.#held.size === 0
  }

  /** Where no radio item of a group has been checked the first one is, where many have the last. */
  get list(): ItemProperties[] {
    const items = this.#listHeld()
    const chosen = new Map<ItemId, boolean>()
    for (const group of listRadioGroups(items)) {
      const one = group.findLast(({ checked }) => checked === true) ?? group[0]
      for (const item of group) chosen.set(item.id, item === one)
    }
    return items.map((item) => {
      const checked = chosen.get(item.id)
      return checked === undefined ? item : { ...item, checked }
    })
  }

  get(id: ItemId): ItemProperties | undefined {
    return this.#held.get(id)?.item
  }

  /** What there is against it; undefined for nothing. */
  create(item: ItemProperties): string | undefined {
    if (this.#held.has(item.id)) return `Cannot create item with duplicate id ${printId(item.id)}`
    const complaint = explain(item) ?? this.#explainParent(item.parentId)
    return complaint ?? this.#put(item)
  }

  update(id: ItemId, changes: ItemChanges): string | undefined {
    const known = this.#held.get(id)
    if (known === undefined) return explainUnknown(id)
    const { checked, ...others } = changes
    const isRadio = (changes.type ?? known.item.type) === 'radio'
    const item = { ...known.item, ...(isRadio && checked === false ? others : changes) }
    const complaint =
      explain(item) ?? explainCheck(item, changes) ?? this.#explainNewParent(item) ?? this.#put(item)
    if (complaint === undefined && isRadio && checked === true) this.#uncheckBeside(id)
    return complaint
  }

  /** With what is below it. False where there is none. */
  remove(id: ItemId): boolean {
    const known = this.#held.get(id)
    if (known === undefined) return false
    this.#drop(known)
    for (const { id: child, parentId } of this.#listHeld()) if (parentId === id) this.remove(child)
    return true
  }

  removeAll(): void {
    for (const held of this.#held.values()) this.#drop(held)
  }

  #listHeld(): ItemProperties[] {
    return [...this.#held.values()].map(({ item }) => item)
  }

  #uncheckBeside(id: ItemId): void {
    const group = listRadioGroups(this.#listHeld()).find((items) => items.some((item) => item.id === id))
    for (const item of group ?? [])
      if (item.id !== id && item.checked === true) this.#put({ ...item, checked: false })
  }

  #drop({ characters, item: { id } }: Held): void {
    this.#held.delete(id)
    this.#budget.items.giveBack(1)
    this.#budget.characters.giveBack(characters)
  }

  /** Returns what there is against it, which leaves what was there. */
  #put(item: ItemProperties): string | undefined {
    const known = this.#held.get(item.id)
    const characters = weigh(item)
    const { characters: allCharacters, items } = this.#budget
    if (known === undefined && !items.hasRoomFor(1)) return tooMany
    if (!allCharacters.take(characters - (known?.characters ?? 0))) return tooMany
    if (known === undefined) items.take(1)
    this.#held.set(item.id, { item, characters })
    return undefined
  }

  #explainParent(parentId: ItemId | undefined): string | undefined {
    if (parentId === undefined) return undefined
    const parent = this.get(parentId)
    if (parent === undefined) return explainUnknown(parentId)
    return (parent.type ?? 'normal') === 'normal' ? undefined : notNormal
  }

  /** An item is nowhere below itself. */
  #explainNewParent({ id, parentId }: ItemProperties): string | undefined {
    for (let at = parentId; at !== undefined; at = this.get(at)?.parentId) if (at === id) return unknownError
    return this.#explainParent(parentId)
  }
}

export const explainUnknown = (id: ItemId): string => `Cannot find menu item with id ${printId(id)}`
