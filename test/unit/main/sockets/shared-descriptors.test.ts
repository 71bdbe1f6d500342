import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { DescriptorPool, Descriptors } from '../../../../src/main/sockets/descriptors.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'

/** Takes all that it gets. */
function fill(own: Descriptors): net.Socket[] {
  const held: net.Socket[] = []
  for (;;) {
    const socket = own.open(() => new net.Socket())
    if (socket === undefined) return held
    held.push(socket)
  }
}

describe('of the descriptors of several apps', () => {
  it('none takes the part of another one', () => {
    const pool = new DescriptorPool(32)
    const share = (): Descriptors => new Descriptors(pool, () => 4)
    const [greedy, modest] = [share(), share()]
    const held = fill(greedy)
    expect(held).toHaveLength(24)
    for (const own of [modest, share(), share()]) expect(fill(own)).toHaveLength(2)
    // Their own parts they have used up.
    const areLeft = (): boolean[] => [greedy.areLeft, modest.areLeft]
    for (const socket of held.splice(0, 6)) greedy.release(socket)
    expect(areLeft()).toEqual([false, false])
    for (const socket of held.splice(0, 1)) greedy.release(socket)
    expect(areLeft()).toEqual([true, true])
  })

  it('one has its part again when it has given it back', async () => {
    const pool = new DescriptorPool(32)
    const [greedy, modest] = [new Descriptors(pool, () => 2), new Descriptors(pool, () => 2)]
    fill(greedy)
    const held: net.Socket[] = []
    await expectLimitToComeBack({
      limit: 4,
      take: () => {
        const socket = modest.open(() => new net.Socket())
        if (socket !== undefined) held.push(socket)
        return socket !== undefined
      },
      giveBack: () => {
        for (const socket of held.splice(0)) modest.release(socket)
      },
    })
  })

  it('the only one has them all', () => {
    let apps = 1
    const own = new Descriptors(new DescriptorPool(32), () => apps)
    expect(fill(own)).toHaveLength(32)
    apps = 2
    expect(own.areLeft).toBe(false)
  })
})
