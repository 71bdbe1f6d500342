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
  readonly onSample: (sample: Sample) => void
}

export interface CampaignResult {
  readonly subjects: readonly SubjectResult[]
  readonly samples: readonly Sample[]
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

/** Every round launches each subject anew and measures everything once. */
export async function runCampaign(campaign: Campaign): Promise<CampaignResult> {
  const { rounds, metrics, plan, onSample } = campaign
  const { folders, described } = await buildAll(campaign.subjects, campaign.buildFolder)
  const samples: Sample[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const [subject, folder] of orderOf([...folders], round)) {
      const run = new SubjectRun(subject, folder, plan)
      const { versions, ...measured } = await run.measure(metrics, String(round + 1))
      const { name, about } = subject
      described.set(name, { name, about, versions })
      const sample = { round, subject: name, ...measured }
      samples.push(sample)
      onSample(sample)
    }
  }
  return { subjects: [...described.values()], samples }
}
