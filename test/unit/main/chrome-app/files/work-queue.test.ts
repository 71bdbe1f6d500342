import { describe, expect, it } from 'vitest'
import { WorkQueue } from '../../../../../src/main/chrome-app/files/work-queue.ts'

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('what is done with files', () => {
  it('is done one after the other, whatever fails', async () => {
    const queue = new WorkQueue()
    const done: string[] = []
    const slow = queue.do(async () => {
      await wait(20)
      done.push('slow')
    })
    const failed = queue.do(() => Promise.reject(new Error('no')))
    const quick = queue.do(async () => done.push('quick'))
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
      queue.begin(() => {
        begun.push(number)
        return end
      })
    const long = Array.from({ length: 8 }, (_, i) => begin(i))
    expect(await queue.do(async () => 'done')).toBe('done')
    long.push(begin(8))
    const late = queue.do(async () => 'late')
    await expect(Promise.race([late, wait(20)])).resolves.toBeUndefined()
    expect(begun).toHaveLength(9)
    finish()
    await expect(late).resolves.toBe('late')
    await Promise.all(long)
  })
})
