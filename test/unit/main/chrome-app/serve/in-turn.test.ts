import { expect, it } from 'vitest'
import { answerInTurn } from '../../../../../src/main/chrome-app/serve/in-turn.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { settle } from '../../../../support/until.ts'

const request = new Request('chrome-app://a/')
const { signal } = new AbortController()
const never = (): AbortSignal => signal

it('few requests are answered at a time, and as many again when they were', async () => {
  const answers: (() => void)[] = []
  const handle = answerInTurn(
    () => new Promise((resolve) => answers.push(() => resolve(new Response('x')))),
    never,
  )
  const answerAll = (): void => {
    for (const answer of answers.splice(0)) answer()
  }
  await expectLimitToComeBack({
    limit: 16,
    take: async () => {
      const before = answers.length
      void handle(request)
      await settle(1)
      return answers.length > before
    },
    giveBack: async () => {
      answerAll()
      await settle()
      answerAll()
      await settle()
    },
  })
})

it('what is answered without waiting leaves the others of the process a turn in between', async () => {
  let answered = 0
  const handle = answerInTurn(
    async () => {
      answered += 1
      return new Response('x')
    },
    never,
    { taken: 2, waiting: 100 },
  )
  const all = Promise.all(Array.from({ length: 10 }, () => handle(request)))
  const turns: number[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    turns.push(answered)
    await new Promise(setImmediate)
  }
  // Two at a time.
  expect(turns.every((count, turn) => count <= 2 * (turn + 1))).toBe(true)
  await all
  expect(answered).toBe(10)
})

it('one that fails gives its place back, and beyond so many that wait none is answered', async () => {
  let isOpen = false
  const handle = answerInTurn(
    async () => {
      if (!isOpen) throw new Error('x')
      return new Response('x')
    },
    never,
    { taken: 1, waiting: 2 },
  )
  const asked = await Promise.allSettled([1, 2, 3, 4].map(() => handle(request)))
  const outcomes = asked.map((each) => (each.status === 'fulfilled' ? each.value.type : 'failed'))
  expect(outcomes).toEqual(['failed', 'failed', 'failed', 'error'])
  isOpen = true
  expect((await handle(request)).status).toBe(200)
})

it('what waits when all pages go is not looked for, and those of the next pages are answered', async () => {
  let era = new AbortController()
  const looked: (() => void)[] = []
  const handle = answerInTurn(
    () => new Promise((resolve) => looked.push(() => resolve(new Response('x')))),
    () => era.signal,
    { taken: 2, waiting: 100 },
  )
  const asked = Array.from({ length: 50 }, () => handle(request))
  await settle(1)
  era.abort()
  era = new AbortController()
  const next = handle(request)
  for (const look of looked.splice(0)) look()
  const types = (await Promise.all(asked)).map(({ type }) => type)
  expect(types).toEqual([...Array<string>(2).fill('default'), ...Array<string>(48).fill('error')])
  await settle()
  expect(looked).toHaveLength(1)
  looked[0]?.()
  expect((await next).status).toBe(200)
})
