import { computeMedian } from '../report/statistics.ts'
import type { OpenApp, RunningSubject } from '../subjects/subject.ts'
import type { Metric } from './metric.ts'

async function open({ openApp }: RunningSubject, isBare: boolean): Promise<OpenApp> {
  if (openApp === undefined) throw new Error('there is no app to open')
  return openApp(isBare)
}

async function timeWindow(subject: RunningSubject, isBare: boolean): Promise<number> {
  const app = await open(subject, isBare)
  await app.close()
  return app.firstWindow
}

/** Apps and bare windows in turn, of which every other pair begins with the bare one. */
export const firstWindow: Metric = {
  name: 'first-window',
  needs: 'first-window',
  rows: [
    { id: 'first-window', label: 'first window of a whole app, over a bare one', unit: 'x', better: 'less' },
  ],
  measure: async ({ note, size, subject }) => {
    const times: Record<'bare' | 'app', number[]> = { bare: [], app: [] }
    for (let pair = 0; pair < size.startUps; pair += 1)
      for (const isBare of pair % 2 === 0 ? [true, false] : [false, true])
        times[isBare ? 'bare' : 'app'].push(await timeWindow(subject, isBare))
    const [app, bare] = [computeMedian(times.app), computeMedian(times.bare)]
    note(`after ${Math.round(app)} ms, and the bare one after ${Math.round(bare)}`)
    return { 'first-window': app / bare }
  },
}

export const storage: Metric = {
  name: 'storage',
  needs: 'storage',
  rows: [
    {
      id: 'storage-set',
      label: 'storage.local: set of 1 KB, one at a time',
      unit: 'calls/s',
      better: 'more',
    },
    {
      id: 'storage-get',
      label: 'storage.local: get of 1 KB, one at a time',
      unit: 'calls/s',
      better: 'more',
    },
  ],
  measure: async ({ size, subject }) => {
    const app = await open(subject, false)
    const { warmUp, duration } = size.span
    const measure = async (method: 'set' | 'get'): Promise<number> =>
      (await app.page('measureStorage', method, warmUp, duration)) as number
    try {
      return { 'storage-set': await measure('set'), 'storage-get': await measure('get') }
    } finally {
      await app.close()
    }
  },
}
