import { page } from '../subjects.ts'
import type { Part } from './part.ts'
import { compareCounts, group } from './part.ts'

const connections = 200
const ahead = 32

export const messages: Part = {
  name: 'messages',
  title: 'small messages, numbered and checked both ways',
  unit: 'messages/s',
  subject: page,
  mode: 'messages',
  isSteady: false,
  run: async ({ client, port, scale }) => {
    const each = Math.max(1, Math.round(scale(1_000_000) / connections))
    await client('open', port, connections)
    const started = performance.now()
    const answered = await client('talk', connections, each, ahead)
    const time = performance.now() - started
    const lost = await client('close')
    return {
      amount: `${group(answered)} messages and as many answers, ${connections} connections`,
      count: answered,
      time,
      errors: [
        ...compareCounts('answers', answered, each * connections),
        ...compareCounts('connections lost', lost, 0),
      ],
    }
  },
}
