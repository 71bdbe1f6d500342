import type { Values } from '../metrics/metric.ts'
import type { Machine } from './machine.ts'

/** What one launch of a subject in one round has given. */
export interface Sample {
  readonly round: number
  readonly subject: string
  readonly values: Values
  /** By the names of metrics. */
  readonly errors: Readonly<Record<string, string>>
  /** What is different about values, by the names of metrics. */
  readonly notes: Readonly<Record<string, string>>
}

export interface SubjectResult {
  readonly name: string
  readonly about: string
  readonly versions: Readonly<Record<string, string>>
  /** What must be installed before it can be measured. */
  readonly missing?: string
}

/** A whole run, as it is written to a file. */
export interface Results {
  readonly date: string
  readonly machine: Machine
  readonly rounds: number
  readonly quick: boolean
  readonly seconds: number
  readonly metrics: readonly string[]
  readonly subjects: readonly SubjectResult[]
  readonly samples: readonly Sample[]
  /** The round that the time limit has cut short, counted from 0. */
  readonly endedIn?: number
}
