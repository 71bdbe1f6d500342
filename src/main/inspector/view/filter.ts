import type { Row, RowKind, Snapshot } from '../snapshot.ts'
import { formatAddress, formatCount, formatSocket } from './format.ts'
import { setText } from './table.ts'

function writeForSearch(row: Row): string {
  const { localAddress, localPort, name, peerAddress, peerPort, state } = row
  const ends = [formatAddress(localAddress, localPort), formatAddress(peerAddress, peerPort)]
  return [formatSocket(row), name, state, ...ends].join(' ').toLowerCase()
}

/** Which sockets are shown: those of a kind, with some text in what is told of them. */
export class Filter {
  readonly #kinds: HTMLElement
  readonly #find: HTMLInputElement

  constructor(kinds: HTMLElement, find: HTMLInputElement, onChange: () => void) {
    this.#kinds = kinds
    this.#find = find
    kinds.addEventListener('change', onChange)
    find.addEventListener('input', onChange)
    addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target === find) return
      event.preventDefault()
      find.select()
    })
  }

  choose(rows: readonly Row[]): Row[] {
    const kind = this.#kinds.querySelector('input:checked')?.getAttribute('value')
    const text = this.#find.value.trim().toLowerCase()
    return rows.filter((row) => {
      const isOfKind = kind === 'all' || kind === row.namespace || (kind === 'waiting' && row.waits)
      return isOfKind && writeForSearch(row).includes(text)
    })
  }

  showCounts(counts: Snapshot['counts'], all: number): void {
    for (const input of this.#kinds.querySelectorAll('input')) {
      const output = input.parentElement?.querySelector('output')
      const kind = input.value as RowKind | 'all'
      const count = kind === 'all' ? all : counts[kind]
      if (!output) continue
      setText(output, formatCount(count))
      output.dataset['alert'] = String(kind === 'waiting' && count > 0)
    }
  }
}
