import { describe, expect, it } from 'vitest'
import type { FailureName } from '../../../../../src/main/chrome-app/files/file-failure.ts'
import { FileFailure } from '../../../../../src/main/chrome-app/files/file-failure.ts'
import { Gifts } from '../../../../../src/main/chrome-app/files/gifts.ts'
import { locate, locateToCreate, locateWritable } from '../../../../../src/main/chrome-app/files/locate.ts'

const gifts = new Gifts()
const give = (root: string, isDirectory: boolean, isWritable: boolean): string =>
  gifts.give(root, { isDirectory, isWritable })?.id ?? ''
const tree = give('/home/user/tree', true, true)
const readOnly = give('/home/user/tree', true, false)
const file = give('/home/user/tree/file', false, true)

function failureOf(act: () => unknown): FailureName | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    return error instanceof FileFailure ? error.failure : undefined
  }
}

describe('a place', () => {
  it.each([
    [tree, '/tree', '/home/user', 'tree'],
    [tree, '/tree/a/b', '/home/user/tree/a', 'b'],
    [tree, '/tree/...', '/home/user/tree', '...'],
    [file, '/file', '/home/user/tree', 'file'],
  ])('of %s at %s is in %s', (id, path, parent, name) => {
    expect(locate(gifts, id, path)).toMatchObject({ parent, name })
  })

  it.each<[string, string, FailureName]>([
    [tree, '/', 'NoModificationAllowedError'],
    [tree, '/other', 'EncodingError'],
    [tree, '/tree/../other', 'EncodingError'],
    [tree, '/tree/..', 'EncodingError'],
    [tree, '/tree/./a', 'EncodingError'],
    [tree, '/tree//a', 'EncodingError'],
    [tree, '/tree/', 'EncodingError'],
    [tree, 'tree', 'EncodingError'],
    [tree, '', 'EncodingError'],
    [tree, '/treeish/a', 'EncodingError'],
    [tree, '/home/user/tree/a', 'EncodingError'],
    [tree, '/tree/a\0b', 'NotFoundError'],
    [tree, `/tree/${'x/'.repeat(3000)}y`, 'NotFoundError'],
    [file, '/file/a', 'EncodingError'],
    [file, '/other', 'EncodingError'],
    ['0'.repeat(32), '/tree', 'SecurityError'],
    ['', '/tree', 'SecurityError'],
    ['__proto__', '/tree', 'SecurityError'],
  ])('of %s at %j is none: %s', (id, path, failure) => {
    expect(failureOf(() => locate(gifts, id, path))).toBe(failure)
  })

  it('is written only where the app may write, and made only in a directory', () => {
    expect(failureOf(() => locateWritable(gifts, readOnly, '/tree/a'))).toBe('SecurityError')
    expect(failureOf(() => locateToCreate(gifts, readOnly, '/tree/a'))).toBe('SecurityError')
    expect(failureOf(() => locateToCreate(gifts, file, '/file'))).toBe('SecurityError')
    expect(failureOf(() => locateWritable(gifts, file, '/file'))).toBeUndefined()
    expect(failureOf(() => locateToCreate(gifts, tree, '/tree/a'))).toBeUndefined()
  })
})

describe('what an app was given', () => {
  it('is named by what nobody can guess', () => {
    expect(new Set([tree, readOnly, file]).size).toBe(3)
    for (const id of [tree, readOnly, file]) expect(id).toMatch(/^[\dA-F]{32}$/)
  })

  it('is another for another app', () => {
    expect(failureOf(() => locate(new Gifts(), tree, '/tree'))).toBe('SecurityError')
  })

  it('is 16 MiB of paths at most, and what the page has no more is not counted', () => {
    const own = new Gifts()
    const root = `/${'x'.repeat(4 * 1024 * 1024 - 513)}`
    const kind = { isDirectory: false, isWritable: false }
    const ids = Array.from({ length: 4 }, () => own.give(root, kind)?.id)
    expect(own.give('/a', kind)).toBeUndefined()
    own.release(ids[0] ?? '')
    own.release(ids[0] ?? '')
    expect(own.get(ids[0] ?? '')).toBeUndefined()
    expect(own.give(root, kind)).toBeDefined()
    expect(own.give('/a', kind)).toBeUndefined()
  })
})
