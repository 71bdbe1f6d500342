import { page } from '../subjects.ts'
import type { Part } from './part.ts'
import { compareCounts, group } from './part.ts'

export const clients: Part = {
  name: 'clients',
  title: 'many clients at once, a fifth of them busy',
  unit: 'round trips/s',
  subject: page,
  mode: 'messages',
  isSteady: false,
  run: async ({ client, port, scale, server }) => {
    const all = scale(10_000)
    const busy = scale(2000)
    const rounds = 50
    await client('open', port, all)
    const started = performance.now()
    const answered = await client('talk', busy, rounds, 1)
    const time = performance.now() - started
    const inTheEnd = await client('talk', all, 1, 1)
    const accepted = Number(await server('report'))
    const lost = await client('close')
    return {
      amount: `${group(all)} clients, ${group(busy)} busy, ${group(answered + inTheEnd)} round trips`,
      count: answered,
      time,
      errors: [
        ...compareCounts('clients accepted', accepted, all),
        ...compareCounts('answers to the busy ones', answered, busy * rounds),
        ...compareCounts('answers to all in the end', inTheEnd, all),
        ...compareCounts('clients lost', lost, 0),
      ],
    }
  },
}
