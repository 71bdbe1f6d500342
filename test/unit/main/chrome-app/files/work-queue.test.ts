import { describe, expect, it } from 'vitest'
import { WorkQueue } from '../../../../../src/main/chrome-app/files/work-queue.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { settle } from '../../../../support/until.ts'

const page = {}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('what is done with files', () => {
  it('is done one after the other, whatever fails', async () => {
    const queue = new WorkQueue()
    const done: string[] = []
    const slow = queue.do(page, async () => {
      await wait(20)
      done.push('slow')
    })
    const failed = queue.do(page, () => Promise.reject(new Error('no')))
    const quick = queue.do(page, async () => done.push('quick'))
    await expect(failed).rejects.toThrow('no')
    await Promise.all([slow, quick])
    expect(done).toEqual(['slow', 'quick'])
  })

  it('is not held up by what takes long, unless there is too much of it', async () => {
    const queue = new WorkQueue()
    let finish = (): void => {}
    const end = new Promise<void>((resolve) => {
      finish = resolve
    })
    const begun: number[] = []
    const begin = (number: number): Promise<unknown> =>
      queue.begin(page, () => {
        begun.push(number)
        return end
      })
    const long = Array.from({ length: 8 }, (_, i) => begin(i))
    expect(await queue.do(page, async () => 'done')).toBe('done')
    long.push(begin(8))
    const late = queue.do(page, async () => 'late')
    await expect(Promise.race([late, wait(20)])).resolves.toBeUndefined()
    expect(begun).toHaveLength(9)
    finish()
    await expect(late).resolves.toBe('late')
    await Promise.all(long)
  })

  it('is not held up by what took long and is over, be it for good or ill', async () => {
    const queue = new WorkQueue()
    let ends: (() => void)[] = []
    let begun = 0
    await expectLimitToComeBack({
      limit: 9,
      take: async () => {
        const asker = {}
        const before = begun
        const work = queue.begin(asker, () => {
          begun += 1
          return new Promise<void>((resolve, reject) =>
            ends.push(begun % 2 === 0 ? resolve : () => reject(new Error('no'))),
          )
        })
        work.catch(() => {})
        await settle()
        if (begun === before) queue.forget(asker)
        return begun > before
      },
      giveBack: async () => {
        for (const end of ends) end()
        ends = []
        await settle()
      },
    })
  })

  it('is not begun for a page that has gone, however long what is under way takes', async () => {
    const queue = new WorkQueue()
    let finish = (): void => {}
    const end = new Promise<void>((resolve) => {
      finish = resolve
    })
    let begun = 0
    const act = async (): Promise<void> => {
      begun += 1
      await end
    }
    const under = Array.from({ length: 9 }, () => queue.begin(page, act))
    await wait(0)
    const waiting = [queue.do(page, act), queue.begin(page, act)]
    queue.forget(page)
    const outcomes = await Promise.allSettled(waiting)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    finish()
    await Promise.all(under)
    expect(begun).toBe(9)
    expect(await queue.do({}, async () => 'another page')).toBe('another page')
  })
})
