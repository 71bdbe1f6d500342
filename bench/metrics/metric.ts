import type { ClientApi } from '../client/main.ts'
import type { Span } from '../client/span.ts'
import type { Caller } from '../processes/caller.ts'
import type { Identity } from '../processes/trust.ts'
import type { Ability, RunningSubject } from '../subjects/subject.ts'

export interface Row {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly better: 'more' | 'less'
}

/** How much is done in this run. */
export interface Size {
  readonly span: Span
  readonly idleConnections: number
  /** Pairs of first pages, of which the median is taken. */
  readonly startUps: number
  /** Bytes of the files that are served. */
  readonly files: { readonly short: number; readonly long: number }
  /** Milliseconds in which a process that has just started, or taken many connections, calms down. */
  readonly settleTime: number
}

export interface Bench {
  readonly subject: RunningSubject
  /** The load generator, in its own process. */
  readonly client: Caller<ClientApi>
  /** Of a TLS server that subjects believe. */
  readonly identity: Identity
  readonly size: Size
  /** Says under the table what is different about this value. */
  readonly note: (text: string) => void
}

/** Results by the ids of rows. */
export type Values = Readonly<Record<string, number>>

export interface Metric {
  readonly name: string
  readonly rows: readonly Row[]
  /** Without it a subject has no figure. */
  readonly needs?: Ability
  /** Takes minutes: it is measured only where it is asked for. */
  readonly isLong?: boolean
  /** Wants a subject that has done nothing before. */
  readonly fresh?: boolean
  readonly measure: (bench: Bench) => Promise<Values>
}
