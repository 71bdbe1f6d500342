import { megabyte } from '../../metrics/units.ts'
import { page } from '../subjects.ts'
import type { Part } from './part.ts'

export const bulk: Part = {
  name: 'bulk',
  title: 'one connection, every byte compared in the page',
  unit: 'MB/s',
  subject: page,
  mode: 'sink',
  isSteady: true,
  run: async ({ client, port, scale }) => {
    const wanted = scale(10_000 * megabyte)
    const started = performance.now()
    const taken = await client('bulk', port, wanted)
    const time = performance.now() - started
    return {
      amount: `${(taken / (1000 * megabyte)).toFixed(2)} GB`,
      count: taken / megabyte,
      time,
      errors: taken < wanted ? [`bytes: ${taken} instead of ${wanted}`] : [],
    }
  },
}
