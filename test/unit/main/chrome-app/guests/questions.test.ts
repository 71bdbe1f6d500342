import { describe, expect, it } from 'vitest'
import { Questions } from '../../../../../src/main/chrome-app/guests/questions.ts'

function ask(count: number, isTold = true) {
  const told: object[] = []
  const decided: boolean[] = []
  const questions = new Questions((_name, fields) => {
    told.push(fields)
    return isTold
  })
  for (let i = 0; i < count; i += 1) questions.ask('dialog', {}, (isAllowed) => decided.push(isAllowed))
  return { decided, questions, told }
}

describe('the questions of a guest', () => {
  it('are decided once, each by its id', () => {
    const { decided, questions, told } = ask(2)
    expect(told).toEqual([{ requestId: 1 }, { requestId: 2 }])
    questions.decide(2, true)
    questions.decide(2, false)
    questions.decide(7, true)
    expect(decided).toEqual([true])
  })

  it('are denied beyond sixteen that wait', () => {
    const { decided, questions, told } = ask(20)
    expect([told.length, decided]).toEqual([16, [false, false, false, false]])
    questions.decide(1, false)
    questions.ask('dialog', {}, () => {})
    expect(told).toHaveLength(17)
  })

  it('are denied where the page cannot be told, and when the guest has gone', () => {
    expect(ask(1, false).decided).toEqual([false])
    const { decided, questions } = ask(3)
    questions.denyAll()
    expect(decided).toEqual([false, false, false])
  })
})
