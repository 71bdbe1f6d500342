import { computeMedian } from '../report/statistics.ts'
import type { StartUp } from '../subjects/subject.ts'
import type { Bench, Metric } from './metric.ts'

/** What the subject adds in each pair of starts, of which every other one begins with the bare app. */
async function compareStarts({ subject, size }: Bench): Promise<StartUp[]> {
  const { startUp } = subject
  if (startUp === undefined) throw new Error('there is no app to start')
  const added: StartUp[] = []
  for (let pair = 0; pair < size.startUps; pair += 1) {
    const isBareFirst = pair % 2 === 0
    const first = await startUp(isBareFirst)
    const second = await startUp(!isBareFirst)
    const [bare, full] = isBareFirst ? [first, second] : [second, first]
    added.push({ main: full.main - bare.main, page: full.page - bare.page })
  }
  return added
}

export const startUp: Metric = {
  name: 'startup',
  needs: 'start-up',
  rows: [
    { id: 'startup-main', label: 'added to the first page by main', unit: 'ms', better: 'less' },
    { id: 'startup-page', label: 'added to the first page by the preload', unit: 'ms', better: 'less' },
  ],
  measure: async (bench) => {
    const added = await compareStarts(bench)
    return {
      'startup-main': computeMedian(added.map(({ main }) => main)),
      'startup-page': computeMedian(added.map(({ page }) => page)),
    }
  },
}
