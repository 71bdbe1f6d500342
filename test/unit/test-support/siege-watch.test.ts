import { expect, it, vi } from 'vitest'
import { Watch } from '../../security/siege/app/record.js'

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

it('the siege knows of a stall before the timer that tells of it', () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const watch = new Watch()
  watch.begin()
  expect([watch.longest, watch.over]).toEqual([0, 0])
  block(100)
  watch.look()
  expect(watch.longest).toBeGreaterThanOrEqual(90)
  expect(watch.over).toBeGreaterThanOrEqual(100)
  watch.begin()
  expect([watch.longest, watch.over]).toEqual([0, 0])
})
