import type { Caller } from '../../processes/caller.ts'
import type { Remote, Subject } from '../../subjects/subject.ts'
import type { ClientApi } from '../client/main.ts'

export interface Stage {
  readonly server: Remote
  readonly port: number
  readonly client: Caller<ClientApi>
  /** A part of the amounts, 1 for all. */
  readonly scale: (amount: number) => number
}

export interface Work {
  /** What was done, for people. */
  readonly amount: string
  /** Of whatever {@link Part.unit} counts. */
  readonly count: number
  /** Milliseconds of what {@link count} was counted in. */
  readonly time: number
  /** What was lost; empty if all is well. */
  readonly errors: readonly string[]
}

export interface Part {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly subject: Subject
  /** What the server in the page does. */
  readonly mode: string
  /** Memory must not grow while it runs. */
  readonly isSteady: boolean
  readonly run: (stage: Stage) => Promise<Work>
}

export function compareCounts(what: string, found: number, wanted: number): string[] {
  return found === wanted ? [] : [`${what}: ${found} instead of ${wanted}`]
}

export const group = (count: number): string => count.toLocaleString('en-US')
