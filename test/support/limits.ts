import { expect } from 'vitest'

/** Something of which there is only so much. */
export interface Limited {
  readonly limit: number
  /** Takes one; false when it is refused. */
  readonly take: () => boolean | Promise<boolean>
  /** Gives back all that was taken. */
  readonly giveBack: () => unknown
}

/** Takes to the limit, gives back, and does so again: what is not given back, or given back twice, moves the limit. */
export async function expectLimitToComeBack({ giveBack, limit, take }: Limited): Promise<void> {
  const counts: number[] = []
  for (let round = 0; round < 3; round += 1) {
    let count = 0
    while (count <= limit && (await take())) count += 1
    counts.push(count)
    await giveBack()
  }
  expect(counts).toEqual([limit, limit, limit])
}
