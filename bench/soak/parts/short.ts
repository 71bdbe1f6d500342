import { page } from '../subjects.ts'
import type { Part } from './part.ts'
import { compareCounts, group } from './part.ts'

const atOnce = 32

export const short: Part = {
  name: 'short',
  title: 'short connections: one question, one answer',
  unit: 'connections/s',
  subject: page,
  mode: 'short',
  isSteady: true,
  run: async ({ client, port, scale, server }) => {
    const wanted = scale(100_000)
    const started = performance.now()
    const served = await client('shortTimes', port, atOnce, wanted)
    const time = performance.now() - started
    const accepted = Number(await server('report'))
    return {
      amount: `${group(served)} connections`,
      count: served,
      time,
      errors: [
        ...compareCounts('connections served', served, wanted),
        ...compareCounts('connections accepted', accepted, wanted),
      ],
    }
  },
}
