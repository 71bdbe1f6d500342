import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench, Metric, Size, Values } from '../metrics/metric.ts'
import type { ClientApi } from '../client/main.ts'
import { makeCaller } from '../processes/caller.ts'
import type { ChildRemote } from '../processes/child-remote.ts'
import type { Trust } from '../processes/trust.ts'
import { printProfile } from '../report/profile-summary.ts'
import { startNode } from '../processes/spawn-child.ts'
import type { RunningSubject, Subject } from '../subjects/subject.ts'

/** Longer than any load takes that goes well. */
const loadLimit = 30_000
const openIdleLimit = 60_000
const downloadLimit = 20 * 60_000

export interface Plan {
  readonly size: Size
  readonly trust: Trust
  readonly clientFolder: string
  /** Where profiles go, if any are wanted. */
  readonly profileFolder: string | undefined
}

interface Running {
  readonly subject: RunningSubject
  readonly client: ChildRemote
}

export interface Outcome {
  readonly values: Values
  readonly errors: Readonly<Record<string, string>>
  readonly notes: Readonly<Record<string, string>>
  readonly versions: Readonly<Record<string, string>>
}

const longer: Partial<Record<keyof ClientApi, number>> = { openIdle: openIdleLimit, download: downloadLimit }
const limitOf = (method: keyof ClientApi): number => longer[method] ?? loadLimit

/** One subject in one round: its metrics in a few launches, and what failed. */
export class SubjectRun {
  readonly #subject: Subject
  readonly #folder: string
  readonly #plan: Plan
  readonly #values: Record<string, number> = {}
  readonly #errors: Record<string, string> = {}
  readonly #notes: Record<string, string> = {}
  #versions: Readonly<Record<string, string>> = {}
  #running: Running | undefined

  constructor(subject: Subject, folder: string, plan: Plan) {
    this.#subject = subject
    this.#folder = folder
    this.#plan = plan
  }

  async measure(metrics: readonly Metric[], label: string): Promise<Outcome> {
    const { abilities } = this.#subject
    const own = metrics.filter(({ needs }) => needs === undefined || abilities.includes(needs))
    for (const metric of own) await this.#measureOne(metric, label)
    await this.#close()
    return { values: this.#values, errors: this.#errors, notes: this.#notes, versions: this.#versions }
  }

  /** What has failed may have left anything behind: after it everything is started anew. */
  async #measureOne(metric: Metric, label: string): Promise<void> {
    try {
      if (metric.fresh === true) await this.#close()
      this.#running ??= await this.#open()
      Object.assign(this.#values, await this.#runProfiled(metric, this.#running, label))
      if (metric.fresh === true) await this.#close()
    } catch (error) {
      this.#errors[metric.name] = error instanceof Error ? error.message : String(error)
      await this.#close()
    }
  }

  async #runProfiled(metric: Metric, { subject, client }: Running, label: string): Promise<Values> {
    const { size, trust, profileFolder } = this.#plan
    const call = makeCaller<ClientApi>(client, limitOf)
    const note = (text: string): void => void (this.#notes[metric.name] = text)
    const bench: Bench = { subject, client: call, identity: trust.identity, size, note }
    const stop = profileFolder === undefined ? undefined : await subject.profile?.()
    const values = await metric.measure(bench)
    const prefix = path.join(profileFolder ?? '', `${this.#subject.name}-${metric.name}-${label}`)
    for (const file of (await stop?.(prefix)) ?? []) console.error(printProfile(file))
    return values
  }

  async #open(): Promise<Running> {
    const subject = await this.#subject.launch(this.#folder, this.#plan.trust.authority)
    this.#versions = subject.versions
    await sleep(this.#plan.size.settleTime)
    return { subject, client: startNode('client', this.#plan.clientFolder) }
  }

  async #close(): Promise<void> {
    const running = this.#running
    this.#running = undefined
    await running?.client.end()
    await running?.subject.close()
  }
}
