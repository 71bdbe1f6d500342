import { expect, it } from 'vitest'
import { watchMain } from '../../security/floods/watch-main.ts'

const reading = {
  elapsed: 100,
  longest: 0,
  over: 0,
  heard: 0,
  memory: 0,
  ended: [] as string[],
  outcome: '',
  log: [],
  faults: [],
}

const settings = { atLeast: 3000, limit: 60_000, hasEnded: () => false }

interface Watched extends Awaited<ReturnType<typeof watchMain>> {
  readonly asked: number
}

/** Main, which answers one of these after the other. */
async function watch(readings: readonly Partial<typeof reading>[], hasEnded = () => false): Promise<Watched> {
  let asked = 0
  const ask = async (): Promise<unknown> => {
    const answer = readings[asked]
    asked += 1
    if (answer === undefined) throw new Error('no answer')
    return { ...reading, ...answer }
  }
  const { cell, notes } = await watchMain(ask, async () => {}, { ...settings, hasEnded })
  return { cell, notes, asked }
}

it('watches main until it is at rest and the page has answered', async () => {
  const { asked, cell, notes } = await watch([
    { elapsed: 2000, outcome: '5 turns' },
    { elapsed: 4000, longest: 700.4, over: 3500, memory: 3.6 },
    { elapsed: 4550, longest: 700.4, over: 3500, heard: 3555, memory: 3.6, outcome: '5 turns' },
    { elapsed: 4600, longest: 700.4, over: 3500, heard: 3555, memory: 3.6, outcome: '5 turns' },
    {},
  ])
  expect(asked).toBe(4)
  expect(cell).toMatchObject({ stall: 700, answers: true, over: 3500, memory: 4 })
  expect(notes).toEqual(['4600 ms: 700 ms at most, the last at 3500 ms, 4 MiB', '5 turns'])
})

it('watches main for longer where the page says nothing', async () => {
  const { asked } = await watch([{ elapsed: 7000, over: 100 }, { elapsed: 7100, over: 100 }, {}])
  expect(asked).toBe(2)
})

it('tells of pages that have ended', async () => {
  const { cell, notes } = await watch([{ elapsed: 3000, ended: ['killed'] }])
  expect(cell).toMatchObject({ answers: true, ended: 'page' })
  expect(notes.slice(1)).toEqual(['the page says nothing', 'a process of pages has gone: killed'])
  const closed = await watch([{ elapsed: 3000, ended: ['clean-exit'] }])
  expect(closed.cell).not.toHaveProperty('ended')
})

it('knows how long main was heard to be busy where it answers no more', async () => {
  const { cell } = await watch([{ longest: 1e6, memory: 120 }])
  expect(cell).toMatchObject({ answers: true, stall: 1e6, memory: 120 })
  expect(cell).not.toHaveProperty('over')
  expect(cell).not.toHaveProperty('ended')
  expect((await watch([{ longest: -1 }])).cell).toMatchObject({ answers: false })
})

it('tells of a main that has ended', async () => {
  expect((await watch([{}], () => true)).cell).toMatchObject({ ended: 'main' })
})
