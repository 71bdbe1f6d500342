import type { Row } from '../snapshot.ts'
import { explainWaiting } from './explain-waiting.ts'
import { formatAddress, formatRate, formatSocket } from './format.ts'

interface Column {
  readonly title: string
  readonly className: string
  readonly write: (row: Row) => string
  /** What the style sheet is told of the cell. */
  readonly mark?: (row: Row) => readonly [name: string, value: string]
}

const columns: readonly Column[] = [
  { title: 'Socket', className: 'socket', write: formatSocket },
  { title: 'Name', className: 'name', write: ({ name }) => name },
  {
    title: 'State',
    className: 'state',
    write: ({ secured, state }) => (secured ? `${state}, TLS` : state),
    mark: ({ state }) => ['state', state],
  },
  {
    title: 'Local address',
    className: 'local',
    write: ({ localAddress, localPort }) => formatAddress(localAddress, localPort),
  },
  {
    title: 'Peer',
    className: 'peer',
    write: ({ peerAddress, peerPort }) => formatAddress(peerAddress, peerPort),
  },
  { title: 'Receiving', className: 'rate', write: ({ receiving }) => formatRate(receiving) },
  { title: 'Sending', className: 'rate', write: ({ sending }) => formatRate(sending) },
  {
    title: 'Waits',
    className: 'waits',
    write: explainWaiting,
    mark: ({ waits }) => ['alert', String(waits)],
  },
]

/** As text only, whatever it is; not at all where it is the same, which leaves alone what is being selected. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function createCell({ className }: Column): HTMLTableCellElement {
  return Object.assign(document.createElement('td'), { className })
}

/** The table of sockets: a row stays the same element as long as its socket is there. */
export class SocketTable {
  readonly #body: HTMLElement
  readonly #elements = new Map<string, HTMLTableRowElement>()

  constructor(heads: HTMLElement, body: HTMLElement) {
    this.#body = body
    for (const { className, title } of columns)
      heads.append(
        Object.assign(document.createElement('th'), { className, textContent: title, scope: 'col' }),
      )
  }

  show(rows: readonly Row[]): void {
    const keys = new Set(rows.map(({ key }) => key))
    for (const [key, element] of this.#elements) if (!keys.has(key)) this.#remove(key, element)
    let next = this.#body.firstElementChild
    for (const row of rows) {
      const element = this.#find(row.key)
      if (element === next) next = element.nextElementSibling
      else this.#body.insertBefore(element, next)
      this.#fill(element, row)
    }
  }

  #remove(key: string, element: Element): void {
    this.#elements.delete(key)
    element.remove()
  }

  #find(key: string): HTMLTableRowElement {
    const known = this.#elements.get(key)
    if (known !== undefined) return known
    const element = document.createElement('tr')
    element.append(...columns.map(createCell))
    this.#elements.set(key, element)
    return element
  }

  #fill(element: HTMLTableRowElement, row: Row): void {
    for (const [index, { mark, write }] of columns.entries()) {
      const cell = element.cells[index]
      if (cell === undefined) continue
      setText(cell, write(row))
      const [name, value] = mark?.(row) ?? []
      if (name !== undefined) cell.dataset[name] = value
    }
  }
}
