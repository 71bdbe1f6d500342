import { expect, it } from 'vitest'
import { answer, failed } from '../../../../../src/main/chrome-app/serve/handle.ts'
import { answerInTurn } from '../../../../../src/main/chrome-app/serve/in-turn.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { settle, takeTurns } from '../../../../support/until.ts'

const request = { url: 'chrome-app://a/', method: 'GET', headers: {} }
const found = answer({}, 'x')
const { signal } = new AbortController()
const never = (): AbortSignal => signal

it('few requests are answered at a time, and as many again when they were', async () => {
  const answers: (() => void)[] = []
  const handle = answerInTurn(() => new Promise((resolve) => answers.push(() => resolve(found))), never)
  const answerAll = (): void => {
    for (const answerOne of answers.splice(0)) answerOne()
  }
  await expectLimitToComeBack({
    limit: 16,
    take: async () => {
      const before = answers.length
      void handle(request)
      await takeTurns(1)
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
      return found
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
      return found
    },
    never,
    { taken: 1, waiting: 2 },
  )
  const asked = await Promise.allSettled([1, 2, 3, 4].map(() => handle(request)))
  const outcomes = asked.map((each) => (each.status === 'fulfilled' ? each.value : 'threw'))
  expect(outcomes).toEqual(['threw', 'threw', 'threw', failed])
  isOpen = true
  expect(await handle(request)).toBe(found)
})

it('what waits when all pages go is not looked for, and those of the next pages are answered', async () => {
  let era = new AbortController()
  const looked: (() => void)[] = []
  const handle = answerInTurn(
    () => new Promise((resolve) => looked.push(() => resolve(found))),
    () => era.signal,
    { taken: 2, waiting: 100 },
  )
  const asked = Array.from({ length: 50 }, () => handle(request))
  await takeTurns(1)
  era.abort()
  era = new AbortController()
  const next = handle(request)
  for (const look of looked.splice(0)) look()
  expect(await Promise.all(asked)).toEqual([...Array(2).fill(found), ...Array(48).fill(failed)])
  await settle()
  expect(looked).toHaveLength(1)
  looked[0]?.()
  expect(await next).toBe(found)
})
