import type { Loose } from '../loose.ts'

export type Line = readonly unknown[]

/** What the pages of an app report. A page's lines are in the order in which it wrote them, whatever others do. */
export interface Board {
  readonly write: (page: string, line: Line) => void
}

const background = 'background'

/** The board of the running scenario: it lives in the background page. */
export class SharedBoard implements Board {
  #pages = new Map<string, Line[]>()

  write(page: string, line: Line): void {
    const lines = this.#pages.get(page) ?? []
    lines.push(line)
    this.#pages.set(page, lines)
  }

  /** How often a page has written a line with this label. */
  count(page: string, label: string): number {
    return (this.#pages.get(page) ?? []).filter(([first]) => first === label).length
  }

  /** All lines, those of the background page first, each with the name of its page; afterwards there are none. */
  take(): Line[] {
    const names = [...this.#pages.keys()].filter((name) => name !== background).toSorted()
    const lines = [background, ...names].flatMap((name) =>
      (this.#pages.get(name) ?? []).map((line) => [name, ...line]),
    )
    this.#pages = new Map()
    return lines
  }
}

interface Posted {
  readonly conformance?: { readonly page: string; readonly line: Line }
}

/** A page that may not touch another one, as one in the sandbox, says it by a message. */
function createRemoteBoard(neighbour: Window): Board {
  return { write: (page, line) => neighbour.postMessage({ conformance: { page, line } }, '*') }
}

function findNeighbours(): Window[] {
  const neighbours: Loose[] = [window.parent === window ? undefined : window.parent, window.opener]
  return neighbours.filter((neighbour) => typeof neighbour === 'object' && neighbour !== null)
}

function readBoard(neighbour: Window): Board | undefined {
  try {
    return Reflect.get(neighbour, 'conformance')?.board as Board | undefined
  } catch {
    return undefined
  }
}

/** The board that the page writes on. */
export function findBoard(): Board {
  const neighbours = findNeighbours()
  for (const neighbour of neighbours) {
    const board = readBoard(neighbour)
    if (board !== undefined) return board
  }
  const [first] = neighbours
  return first === undefined ? new SharedBoard() : createRemoteBoard(first)
}

/** Takes what sandboxed pages report. */
export function forwardMessages(board: Board): void {
  window.addEventListener('message', ({ data }) => {
    const { conformance } = (data ?? {}) as Posted
    if (conformance !== undefined) board.write(conformance.page, conformance.line)
  })
}
