import { describe, expect, it } from 'vitest'
import { hideOwnFrames, hideOwnFramesOf } from '../../../../src/preload/main-world/hide-own-frames.ts'

describe('of a stack', () => {
  it.each([
    '    at electron-chrome-sockets/preload/main-world:12:3',
    '    at #answer (electron-chrome-sockets/preload/main-world:12:3)',
    '    at async electron-chrome-sockets/preload/main-world:12:3',
    '    at new Thing (electron-chrome-sockets/preload/chrome-app/main-world:12:3)',
  ])('the facade’s line %j is left out', (line) => {
    const stack = `Error: no\n    at page (app://a/page.js:1:2)\n${line}\n    at app://a/page.js:9:9`
    expect(hideOwnFrames(stack)).toBe(
      'Error: no\n    at page (app://a/page.js:1:2)\n    at app://a/page.js:9:9',
    )
    expect(hideOwnFrames(`Error: no\n${line}`)).toBe('Error: no')
  })

  it.each([
    '',
    'Error: (electron-chrome-sockets/preload)\n(electron-chrome-sockets/preload) is what it says',
    'Error\n    at page (file:///a/node_modules/electron-chrome-sockets/page.js:1:2)\n',
    'Error\n    at file:///a/electron-chrome-sockets/page.js:1:2\n\n',
  ])('all else stays: %j', (stack) => {
    expect(hideOwnFrames(stack)).toBe(stack)
  })
})

it('an error keeps its kind and loses the facade’s lines', () => {
  const error = new TypeError('no')
  const page = '    at app://a/page.js:1:2'
  error.stack = `TypeError: no\n    at electron-chrome-sockets/preload/main-world:12:3\n${page}`
  expect(hideOwnFramesOf(error)).toBe(error)
  expect(error.stack).toBe(`TypeError: no\n${page}`)
  expect(Object.keys(error)).toEqual([])
})

it('what is no error, or has no stack, is as it was', () => {
  const bare = new Error('no')
  Reflect.deleteProperty(bare, 'stack')
  expect(hideOwnFramesOf(5)).toBe(5)
  expect(hideOwnFramesOf(bare)).toBe(bare)
  expect(bare.stack).toBe(undefined)
})
