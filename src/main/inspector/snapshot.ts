import type { SocketReport } from '../types.ts'

/** A socket, and what it has carried lately, in bytes per second. */
export interface Row extends SocketReport {
  /** The same as long as it is the same socket, or the same connection of a socket that was closed. */
  readonly key: string
  readonly receiving: number
  readonly sending: number
  /** Something waits, whatever for. */
  readonly waits: boolean
}

/** Something that was turned away, or that failed. */
export interface Notice {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly kind: 'refused' | 'error'
  readonly text: string
}

export type RowKind = SocketReport['namespace'] | 'waiting'

/** All that the inspector's page shows at a time. */
export interface Snapshot {
  readonly app: { readonly name: string; readonly id: string }
  readonly rows: readonly Row[]
  /** Of all sockets, also of those that have no row. */
  readonly counts: Readonly<Record<RowKind, number>>
  /** Bytes per second of all sockets, those that were closed since the last time among them. */
  readonly receiving: number
  readonly sending: number
  /** Since the last time, the oldest first. */
  readonly notices: readonly Notice[]
  /** Notices that there was no room for. */
  readonly missed: number
}
