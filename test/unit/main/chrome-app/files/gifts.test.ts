import { expect, it } from 'vitest'
import { Gifts } from '../../../../../src/main/chrome-app/files/gifts.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

const kind = { isDirectory: true, isWritable: false }

it('so much is given away, and as much again to the pages that come when all have gone', async () => {
  const gifts = new Gifts()
  let last = ''
  await expectLimitToComeBack({
    // 16 Mi characters: of the path, and 512 for each.
    limit: 16_384,
    take: () => {
      const gift = gifts.give('/'.padEnd(512, 'x'), kind)
      last = gift?.id ?? last
      return gift !== undefined
    },
    giveBack: () => gifts.releaseAll(),
  })
  expect(gifts.get(last)).toBeUndefined()
})
