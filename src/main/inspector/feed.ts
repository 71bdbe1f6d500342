import type { ChromeSockets, SocketEvents, SocketReport } from '../types.ts'
import { describeFailure, describeRefusal } from '../watch/describe.ts'
import { Meter } from './meter.ts'
import type { Notice, Row, Snapshot } from './snapshot.ts'

export type Watched = Pick<ChromeSockets, 'events' | 'sockets'>

/** What a page can show, and a person can read. */
const most = { rows: 500, notices: 100, characters: 200 }

/** The page's own words, and its peer's, may be of any length. */
function cut(text: string): string {
  return text.length > most.characters ? `${text.slice(0, most.characters)}…` : text
}

/** Data for a page that is behind waits with the system: no more of it is read. */
function hasWaiting({ bytesQueued, bytesWaiting, heldConnections, obstacle }: SocketReport): boolean {
  return bytesQueued + bytesWaiting + heldConnections > 0 || obstacle === 'pageBehind'
}

function rank({ namespace, waits }: Row): number {
  return waits || namespace === 'tcpServer' ? 0 : 1
}

/** Servers, and what waits, before the others where there is no room for all. */
function choose(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= most.rows) return rows
  return rows.toSorted((one, other) => rank(one) - rank(other)).slice(0, most.rows)
}

/** What the inspector shows of an app, gathered from `start` to `stop`. */
export class Feed {
  readonly #watched: Watched
  readonly #meter = new Meter()
  #notices: Notice[] = []
  #missed = 0

  constructor(watched: Watched) {
    this.#watched = watched
  }

  start(): void {
    const { events } = this.#watched
    events.on('closed', this.#onClosed).on('error', this.#onError).on('refused', this.#onRefused)
  }

  stop(): void {
    const { events } = this.#watched
    events.off('closed', this.#onClosed).off('error', this.#onError).off('refused', this.#onRefused)
  }

  /** `now` in milliseconds of a clock that is never set. */
  take(app: Snapshot['app'], now: number): Snapshot {
    const { receiving, rows: rated, sending } = this.#meter.measure(this.#watched.sockets(), now)
    const rows = rated.map((row): Row => ({ ...row, waits: hasWaiting(row) }))
    const count = (isCounted: (row: Row) => boolean): number => rows.filter(isCounted).length
    const [notices, missed] = [this.#notices, this.#missed]
    this.#notices = []
    this.#missed = 0
    return {
      app,
      rows: choose(rows).map((row) => ({ ...row, name: cut(row.name) })),
      counts: {
        tcpServer: count(({ namespace }) => namespace === 'tcpServer'),
        tcp: count(({ namespace }) => namespace === 'tcp'),
        udp: count(({ namespace }) => namespace === 'udp'),
        waiting: count(({ waits }) => waits),
      },
      receiving,
      sending,
      notices,
      missed,
    }
  }

  readonly #onClosed = (report: SocketReport): void => this.#meter.noteClosed(report)

  readonly #onError = (...[failure]: SocketEvents['error']): void => {
    // A peer that ends its connection in good order is told of by the same event.
    if (failure.message !== 'net::ERR_CONNECTION_CLOSED') this.#note('error', () => describeFailure(failure))
  }

  readonly #onRefused = (...[refusal]: SocketEvents['refused']): void =>
    this.#note('refused', () => describeRefusal(refusal))

  #note(kind: Notice['kind'], describe: () => string): void {
    if (this.#notices.length < most.notices)
      this.#notices.push({ time: Date.now(), kind, text: cut(describe()) })
    else this.#missed += 1
  }
}
