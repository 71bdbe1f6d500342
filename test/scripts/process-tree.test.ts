import { describe, expect, it } from 'vitest'
import { listDescendants, parseStat } from '../../scripts/process/process-tree.mjs'

describe('listDescendants', () => {
  it('finds children and their children, and nobody else', () => {
    const rows = [
      [1, 0],
      [10, 1],
      [11, 10],
      [12, 11],
      [20, 1],
      [13, 10],
    ] as const
    expect(listDescendants(10, rows)).toEqual([11, 13, 12])
    expect(listDescendants(20, rows)).toEqual([])
  })
})

describe('parseStat', () => {
  it('reads the parent behind any process name', () => {
    expect(parseStat('42 (a) b (c) S 7 42 42 0 -1')).toEqual([[42, 7]])
  })

  it('leaves out the dead', () => {
    expect(parseStat('42 (node) Z 7 42 42 0 -1')).toEqual([])
    expect(parseStat('')).toEqual([])
  })
})
