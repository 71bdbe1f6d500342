import type { Notice, Snapshot } from '../snapshot.ts'
import { formatCount, formatTime } from './format.ts'

const most = 200

const words = { refused: 'Refused', error: 'Error' } as const

function createItem({ kind, text, time }: Notice): HTMLElement {
  const when = Object.assign(document.createElement('time'), { textContent: formatTime(time) })
  const what = Object.assign(document.createElement('b'), { textContent: words[kind] })
  what.dataset['kind'] = kind
  const item = document.createElement('li')
  item.append(when, what, Object.assign(document.createElement('span'), { textContent: text }))
  return item
}

function createMissedItem(missed: number): HTMLElement {
  const text = `${formatCount(missed)} more at the same time`
  return Object.assign(document.createElement('li'), { className: 'soft', textContent: text })
}

/** What was refused and what failed, the latest first. */
export class NoticeList {
  readonly #list: HTMLElement
  readonly #empty: HTMLElement
  readonly #clear: HTMLButtonElement

  constructor(list: HTMLElement, empty: HTMLElement, clear: HTMLButtonElement) {
    this.#list = list
    this.#empty = empty
    this.#clear = clear
    clear.addEventListener('click', () => {
      list.replaceChildren()
      this.#showEmptiness()
    })
  }

  add({ missed, notices }: Pick<Snapshot, 'missed' | 'notices'>): void {
    if (notices.length === 0) return
    this.#list.prepend(...notices.map(createItem).toReversed())
    if (missed > 0) this.#list.prepend(createMissedItem(missed))
    while (this.#list.childElementCount > most) this.#list.lastElementChild?.remove()
    this.#showEmptiness()
  }

  #showEmptiness(): void {
    const isEmpty = this.#list.childElementCount === 0
    this.#empty.hidden = !isEmpty
    this.#clear.disabled = isEmpty
  }
}
