import { beforeEach, describe, expect, it } from 'vitest'
import { Credit, keyOf } from '../../../../src/main/page/credit.ts'
import type { Receipt } from '../../../../src/main/page/credit.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'

const { socketWindow } = flowControl
const limit = 4 * socketWindow

let credit: Credit

beforeEach(() => {
  credit = new Credit(limit)
})

/** Takes what a message holds, and has the message posted. */
function send(...receipts: Receipt[]): void {
  for (const receipt of receipts) credit.charge(receipt)
  credit.open(receipts)
}

describe('the key of a socket', () => {
  it('is its own: the ids of the two APIs begin with the same number, and 0 is nobody', () => {
    const keys = [1, 2, 3].flatMap((id) => [keyOf('tcp', id), keyOf('udp', id)])
    expect(new Set(keys).size).toBe(6)
    expect(keys).not.toContain(0)
  })
})

describe('credit', () => {
  it('of a socket ends exactly with its window, and comes back when its message is dealt with', () => {
    send({ key: 1, bytes: socketWindow - 1 })
    expect([credit.has(1), credit.has(2)]).toEqual([true, true])
    send({ key: 1, bytes: 1 })
    expect([credit.has(1), credit.has(2)]).toEqual([false, true])
    credit.close(1)
    expect(credit.has(1)).toBe(true)
    send({ key: 1, bytes: socketWindow - 2 })
    expect(credit.has(1)).toBe(true)
    send({ key: 1, bytes: 1 })
    expect(credit.has(1)).toBe(false)
  })

  it('that has been used up comes back when half of it is free: starting and stopping to read is not for nothing', () => {
    const half = socketWindow / 2
    for (const bytes of [half - 1, 1, half]) send({ key: 1, bytes })
    credit.close(1)
    expect(credit.has(1)).toBe(false)
    credit.close(1)
    expect(credit.has(1)).toBe(true)
    send({ key: 1, bytes: half - 1 })
    expect(credit.has(1)).toBe(true)
  })

  it('of all sockets comes back when half of it is free, too', () => {
    for (let key = 1; key <= 4; key += 1) send({ key, bytes: socketWindow })
    credit.close(1)
    expect([credit.isSpent, credit.has(1)]).toEqual([true, true])
    credit.close(1)
    expect(credit.isSpent).toBe(false)
    send({ key: 5, bytes: 2 * socketWindow - 1 })
    expect(credit.isSpent).toBe(false)
  })

  it('counts from the moment bytes are taken, before any message is posted', () => {
    credit.charge({ key: 1, bytes: socketWindow })
    expect([credit.has(1), credit.openMessages]).toEqual([false, 0])
    credit.close(1)
    expect(credit.has(1)).toBe(false)
  })

  it('tells what waits from what was posted', () => {
    credit.charge({ key: 1, bytes: 5 })
    credit.charge({ key: 2, bytes: 7 })
    expect([credit.waitingBytes, credit.openBytes]).toEqual([12, 0])
    credit.open([{ key: 1, bytes: 5 }])
    expect([credit.waitingBytes, credit.openBytes]).toEqual([7, 5])
    credit.open([{ key: 2, bytes: 7 }])
    credit.close(1)
    expect([credit.waitingBytes, credit.openBytes]).toEqual([0, 7])
    credit.close(5)
    expect([credit.waitingBytes, credit.openBytes]).toEqual([0, 0])
  })

  it('of all sockets ends exactly with the limit', () => {
    for (let key = 1; key <= 3; key += 1) send({ key, bytes: socketWindow })
    send({ key: 4, bytes: socketWindow - 1 })
    expect(credit.isSpent).toBe(false)
    send({ key: -1, bytes: 1 })
    expect(credit.isSpent).toBe(true)
    credit.close(5)
    expect(credit.isSpent).toBe(false)
  })

  it('comes back in the order of the messages, each with all that it held', () => {
    send({ key: 1, bytes: socketWindow }, { key: 2, bytes: socketWindow })
    send({ key: 3, bytes: socketWindow })
    expect(credit.openMessages).toBe(2)
    credit.close(1)
    expect([1, 2, 3].map((key) => credit.has(key))).toEqual([true, true, false])
    expect(credit.openMessages).toBe(1)
    credit.close(1)
    expect([credit.has(3), credit.openMessages]).toEqual([true, 0])
  })

  it('comes back for several messages at once', () => {
    for (let key = 1; key <= 4; key += 1) send({ key, bytes: socketWindow })
    expect(credit.isSpent).toBe(true)
    credit.close(4)
    expect([credit.isSpent, credit.openMessages]).toEqual([false, 0])
    for (let key = 1; key <= 4; key += 1) expect(credit.has(key)).toBe(true)
  })

  it('comes back whole, of a socket and of all', async () => {
    const bytes = socketWindow / 4
    let key = 1
    const take = (isLeft: boolean): boolean => {
      if (isLeft) send({ key, bytes })
      return isLeft
    }
    await expectLimitToComeBack({
      limit: 4,
      take: () => take(credit.has(1)),
      giveBack: () => credit.close(4),
    })
    const takeAnother = (): boolean => {
      key += 1
      return take(!credit.isSpent)
    }
    await expectLimitToComeBack({ limit: 16, take: takeAnother, giveBack: () => credit.close(16) })
  })

  it('cannot be made by dealing with what was never sent', () => {
    credit.close(2 ** 31 - 1)
    send({ key: 1, bytes: socketWindow })
    expect(credit.has(1)).toBe(false)
    credit.close(2 ** 31 - 1)
    credit.close(2 ** 31 - 1)
    send({ key: 1, bytes: socketWindow })
    expect(credit.has(1)).toBe(false)
    for (let key = 2; key <= 4; key += 1) send({ key, bytes: socketWindow })
    expect(credit.isSpent).toBe(true)
  })

  it('is not changed by dealing with nothing', () => {
    send({ key: 1, bytes: limit })
    credit.close(0)
    expect([credit.has(1), credit.isSpent, credit.openMessages]).toEqual([false, true, 1])
  })

  it('is not used up by what has no bytes, but its message is open all the same', () => {
    send(...Array.from({ length: 1000 }, () => ({ key: 0, bytes: 0 })))
    expect([credit.has(0), credit.isSpent, credit.openMessages]).toEqual([true, false, 1])
    credit.close(1)
    expect([credit.has(0), credit.openMessages]).toEqual([true, 0])
  })
})
