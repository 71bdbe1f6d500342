import { describe, expect, it } from 'vitest'
import {
  isName,
  nameOf,
  parentOf,
  resolvePath,
} from '../../../../src/preload/chrome-app/main-world/files/full-path.ts'

describe('a path', () => {
  it.each([
    ['/tree', 'a.txt', '/tree/a.txt'],
    ['/tree', './a//b/', '/tree/a/b'],
    ['/tree/sub', '../a.txt', '/tree/a.txt'],
    ['/tree', '..', '/'],
    ['/tree', '../../../etc', '/etc'],
    ['/tree', '/tree/a', '/tree/a'],
    ['/tree', '', '/tree'],
    ['/', 'tree', '/tree'],
  ])('seen from %s as %j is %s', (directory, path, resolved) => {
    expect(resolvePath(directory, path)).toBe(resolved)
  })

  it('has a name and a parent', () => {
    expect(['/', '/tree', '/tree/a'].map(nameOf)).toEqual(['', 'tree', 'a'])
    expect(['/', '/tree', '/tree/a'].map(parentOf)).toEqual(['/', '/', '/tree'])
    expect(['a', '...', 'a:b'].filter(isName)).toHaveLength(3)
    expect(['.', '..', 'a/b', String.raw`a\b`, 'a\0b'].filter(isName)).toEqual([])
  })
})
