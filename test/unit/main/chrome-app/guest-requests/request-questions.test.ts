import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RequestQuestions } from '../../../../../src/main/chrome-app/guest-requests/request-questions.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

let questions: RequestQuestions
let asked: number[]

const ask = (characters: number, listenerId = 1): boolean =>
  questions.ask(listenerId, characters, false, (id) => asked.push(id)) !== undefined

beforeEach(() => {
  questions = new RequestQuestions()
  asked = []
})

describe.each<[string, () => void]>([
  [
    'are answered',
    () => {
      for (const id of asked) questions.answer(id, {})
    },
  ],
  ['are forgotten with their listener', () => questions.forget(1)],
  ['are forgotten with their guest', () => questions.forget()],
])('questions of a guest that %s come back', (_how, giveBack) => {
  it('of which there are 1024', () => expectLimitToComeBack({ limit: 1024, take: () => ask(1), giveBack }))

  it('with their characters, of which there are 2 Mi', () =>
    expectLimitToComeBack({ limit: 8, take: () => ask(256 * 1024), giveBack }))
})

it('questions that are answered twice, or that nobody was asked, give nothing back', () => {
  for (let i = 0; i < 8; i += 1) ask(256 * 1024)
  questions.answer(77, {})
  for (let i = 0; i < 2; i += 1) questions.answer(1, {})
  expect([ask(256 * 1024), ask(1)]).toEqual([true, false])
})

describe('questions that nobody answers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('come back after a while where they are urgent', () =>
    expectLimitToComeBack({
      limit: 8,
      take: () => questions.ask(1, 256 * 1024, true, () => {}) !== undefined,
      giveBack: () => vi.advanceTimersByTime(10_000),
    }))
})
