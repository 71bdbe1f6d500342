import { expect, describe, it } from 'vitest'
import { Offenders } from '../../../../src/main/ipc/offenders.ts'

const minute = 60_000

function createOffenders(): { ended: number[]; wait: (time: number) => void; offenders: Offenders } {
  const ended: number[] = []
  let now = 0
  return {
    ended,
    wait: (time) => void (now += time),
    offenders: new Offenders(
      ({ pid }) => void ended.push(pid),
      () => now,
    ),
  }
}

const one = { id: 1, pid: 101 }
const other = { id: 2, pid: 102 }

describe('a process that says what none can say', () => {
  it('is ended at the third time, and once', () => {
    const { ended, offenders } = createOffenders()
    const isOver = [1, 2, 3, 4].map(() => offenders.accuse(one))
    expect(isOver).toEqual([false, false, true, false])
    expect(ended).toEqual([101])
    expect([offenders.hasEnded(one), offenders.hasEnded(other)]).toEqual([true, false])
  })

  it('is ended at once for what costs', () => {
    const { ended, offenders } = createOffenders()
    expect(offenders.accuse(one, 5000)).toBe(true)
    expect(ended).toEqual([101])
  })

  it('answers for itself alone', () => {
    const { ended, offenders } = createOffenders()
    for (let i = 0; i < 2; i += 1) for (const each of [one, other]) offenders.accuse(each)
    expect(ended).toEqual([])
    offenders.accuse(other)
    expect(ended).toEqual([102])
  })

  it('is borne when it takes its time', () => {
    const { ended, offenders, wait } = createOffenders()
    for (let i = 0; i < 10; i += 1) {
      offenders.accuse(one)
      offenders.accuse(one)
      wait(minute + 1)
    }
    expect(ended).toEqual([])
    for (let i = 0; i < 3; i += 1) offenders.accuse(one)
    expect(ended).toEqual([101])
  })

  it('is nobody when it has gone', () => {
    const { ended, offenders } = createOffenders()
    for (let i = 0; i < 5; i += 1) expect(offenders.accuse(undefined)).toBe(false)
    expect([ended, offenders.hasEnded(undefined)]).toEqual([[], false])
  })
})
