import { describe, expect, it } from 'vitest'
import { DroppedPaths } from '../../../../../src/main/chrome-app/files/dropped-paths.ts'

describe('what the user has dropped', () => {
  it('is taken once, by its name and kind', () => {
    const paths = new DroppedPaths()
    paths.note('/a/one', false)
    paths.note('/b/one', true)
    expect(paths.take('two', false)).toBeUndefined()
    expect(paths.take('one', false)).toBe('/a/one')
    expect(paths.take('one', false)).toBeUndefined()
    expect(paths.take('one', true)).toBe('/b/one')
  })

  it('is taken in the order of what came last', () => {
    const paths = new DroppedPaths()
    for (const file of ['/a/one', '/b/one']) paths.note(file, false)
    expect(paths.take('one', false)).toBe('/b/one')
    expect(paths.take('one', false)).toBe('/a/one')
  })

  it('is forgotten when too much comes after it', () => {
    const paths = new DroppedPaths()
    for (let i = 0; i <= 500; i += 1) paths.note(`/a/${i}`, false)
    paths.note(`/${'x'.repeat(4096)}`, false)
    expect(paths.take('0', false)).toBeUndefined()
    expect(paths.take('1', false)).toBe('/a/1')
    expect(paths.take('x'.repeat(4096), false)).toBeUndefined()
  })

  it('is not what a page has kept from an earlier start', () => {
    const paths = new DroppedPaths()
    paths.exclude('/a/kept')
    paths.note('/a/kept', false)
    paths.note('/a/kept', false)
    expect(paths.take('kept', false)).toBeUndefined()
  })

  it('is nothing any more for a page that has kept too much', () => {
    const paths = new DroppedPaths()
    for (let i = 0; i < 500; i += 1) paths.exclude(`/a/${i}`)
    paths.note('/a/kept', false)
    expect(paths.take('kept', false)).toBeUndefined()
  })
})
