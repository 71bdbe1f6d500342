import { expect, it } from 'vitest'
import { Hearing } from '../../../../src/main/page/hearing.ts'
import { flowControl, itemKinds } from '../../../../src/renderer-types/wire.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'

const { saidMessages } = flowControl

it('a page may say so many messages, and as many again when it was told that they were dealt with', async () => {
  const hearing = new Hearing()
  await expectLimitToComeBack({
    limit: saidMessages,
    take: () => hearing.begin(),
    giveBack: () => {
      for (let i = 0; i < saidMessages; i += 1) hearing.end()
      expect(hearing.begin()).toBe(false)
      expect(hearing.take()).toEqual([itemKinds.heard, saidMessages])
      expect(hearing.take()).toBeUndefined()
    },
  })
})

it('it is told by itself when half of them were dealt with', () => {
  const hearing = new Hearing()
  for (let i = 1; i <= saidMessages / 2; i += 1) {
    expect(hearing.isDue).toBe(false)
    hearing.begin()
    hearing.end()
  }
  expect(hearing.isDue).toBe(true)
  hearing.take()
  expect(hearing.isDue).toBe(false)
})
