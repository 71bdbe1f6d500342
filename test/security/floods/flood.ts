/** Where a page is: in a plain window without this package, in one of a whole Chrome App, or in a `<webview>` of that. */
export const columns = [
  { name: 'bare', title: 'an Electron without this package' },
  { name: 'own', title: 'own page' },
  { name: 'guest', title: 'guest' },
] as const

export type Column = (typeof columns)[number]['name']

/** What the page that floods has at hand. */
export interface Room {
  /** What is in here is not collected. */
  readonly kept: unknown[]
  /** A page of another process, where the flood has one. */
  readonly other: Pick<Window, 'postMessage'> | undefined
}

export interface Flood {
  readonly name: string
  /** What the page does, for the table. */
  readonly what: string
  /** Runs in the page, where it sees nothing but its arguments, over and over without a pause. */
  readonly act: (turn: number, room: Room) => unknown
  /** How often at most. */
  readonly turns?: number
  /** A page of another process: `does` all of it in a frame, or hears what is said. */
  readonly other?: 'does' | 'hears'
  /** The page is taken away when main has come to rest, and what is measured comes of that. */
  readonly leaves?: true
  /** Where it makes sense; by default everywhere. */
  readonly columns?: readonly Column[]
}
