import type { Metric } from '../metrics/metric.ts'
import type { Subject } from '../subjects/subject.ts'
import type { Plan } from './measure-subject.ts'
import { SubjectRun } from './measure-subject.ts'
import { orderOf } from './order.ts'
import type { Sample, SubjectResult } from './results.ts'

export interface Campaign {
  readonly rounds: number
  readonly metrics: readonly Metric[]
  readonly subjects: readonly Subject[]
  readonly plan: Plan
  readonly buildFolder: string
  /** Milliseconds after which no other subject is started. */
  readonly timeLimit: number
  readonly onSample: (sample: Sample) => void
}

export interface CampaignResult {
  readonly subjects: readonly SubjectResult[]
  readonly samples: readonly Sample[]
  /** The round that the time limit has cut short, counted from 0. */
  readonly endedIn?: number
}

/** Builds each subject that can run here; the others are named with the reason. */
async function buildAll(
  subjects: readonly Subject[],
  parent: string,
): Promise<{ folders: Map<Subject, string>; described: Map<string, SubjectResult> }> {
  const folders = new Map<Subject, string>()
  const described = new Map<string, SubjectResult>()
  for (const subject of subjects) {
    const { name, about } = subject
    const missing = subject.findMissing()
    described.set(name, { name, about, versions: {}, ...(missing === undefined ? {} : { missing }) })
    if (missing === undefined) folders.set(subject, await subject.build(parent))
  }
  return { folders, described }
}

/** Every round launches each subject anew and measures everything once; it ends early when it takes too long. */
export async function runCampaign(campaign: Campaign): Promise<CampaignResult> {
  const { rounds, metrics, plan, onSample, timeLimit } = campaign
  const { folders, described } = await buildAll(campaign.subjects, campaign.buildFolder)
  const samples: Sample[] = []
  const deadline = performance.now() + timeLimit
  for (let round = 0; round < rounds; round += 1) {
    for (const [subject, folder] of orderOf([...folders], round)) {
      if (performance.now() > deadline) return { subjects: [...described.values()], samples, endedIn: round }
      const run = new SubjectRun(subject, folder, plan)
      const { versions, ...measured } = await run.measure(metrics, String(round + 1))
      const { name, about } = subject
      if (Object.keys(versions).length > 0) described.set(name, { name, about, versions })
      const sample = { round, subject: name, ...measured }
      samples.push(sample)
      onSample(sample)
    }
  }
  return { subjects: [...described.values()], samples }
}
