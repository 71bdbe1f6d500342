import { servedLength } from '../app/served-length.ts'
import { chromeApp } from '../subjects.ts'
import type { Part } from './part.ts'
import { compareCounts, group } from './part.ts'

/** What is done in each round. */
const round = { windows: 4, writes: 200, files: 20 }

export const app: Part = {
  name: 'app',
  title: 'a whole Chrome App: windows, storage, files that it serves',
  unit: 'files/s',
  subject: chromeApp,
  mode: 'files',
  isSteady: true,
  run: async ({ client, port, scale, server }) => {
    const rounds = scale(50)
    let served = 0
    const started = performance.now()
    for (let i = 0; i < rounds; i += 1) {
      await server('openWindows', round.windows)
      await server('write', round.writes)
      served += await client('download', port, round.files, servedLength)
    }
    const time = performance.now() - started
    return {
      amount: `${group(rounds * round.windows)} windows, ${group(rounds * round.writes)} writes, ${group(served)} files`,
      count: served,
      time,
      errors: [
        ...compareCounts('files that came whole', served, rounds * round.files),
        ...compareCounts('windows that are left', Number(await server('countWindows')), 0),
      ],
    }
  },
}
