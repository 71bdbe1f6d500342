import type { Results, Sample } from '../campaign/results.ts'
import { computeMedian } from './statistics.ts'

/** The value of a row in one sample, if it is there. */
function readValue(sample: Sample | undefined, row: string): number | undefined {
  return sample?.values[row]
}

function samplesOf({ samples }: Results, subject: string): Sample[] {
  return samples.filter((sample) => sample.subject === subject)
}

/** The median over the rounds that have given a value. */
export function findMedian(results: Results, row: string, subject: string): number | undefined {
  const values = samplesOf(results, subject).flatMap((sample) => readValue(sample, row) ?? [])
  return values.length === 0 ? undefined : computeMedian(values)
}

/** The median of the ratios of the rounds in which both have given a value. */
export function findRatio(results: Results, row: string, of: string, to: string): number | undefined {
  const others = samplesOf(results, to)
  const ratios = samplesOf(results, of).flatMap((sample) => {
    const own = readValue(sample, row)
    const other = readValue(
      others.find(({ round }) => round === sample.round),
      row,
    )
    return own === undefined || other === undefined || other === 0 ? [] : [own / other]
  })
  return ratios.length === 0 ? undefined : computeMedian(ratios)
}

/** In how many rounds a metric failed. */
export function countFailures(results: Results, metric: string, subject: string): number {
  return samplesOf(results, subject).filter(({ errors }) => metric in errors).length
}
