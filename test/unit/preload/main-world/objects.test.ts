import { describe, expect, it } from 'vitest'
import { createMatcher } from '../../../../src/preload/main-world/signature.ts'
import { appContract } from '../../../../src/renderer-types/contract/apps/index.ts'

const { get, set, setAccessLevel } = appContract.storageLocal.methods

const throws = (): never => {
  throw new Error('boom')
}
const throwing = Object.defineProperty({}, 'a', { get: throws, enumerable: true })

describe('an object that may have any properties', () => {
  const match = createMatcher('storage.set', set)

  it('is read once, and only what is its own', () => {
    let reads = 0
    const items = Object.create(
      { inherited: 1 },
      {
        own: { get: () => (reads += 1), enumerable: true },
        hidden: { value: 1 },
      },
    ) as object
    const [copy] = match([items]).args
    expect(Object.entries(copy as object)).toEqual([['own', 1]])
    expect(reads).toBe(1)
  })

  it.each([throwing, new Proxy({}, { ownKeys: throws })])('is refused where a script throws', (items) => {
    expect(() => match([items])).toThrow(
      new TypeError(
        "Error in invocation of storage.set(object items, optional function callback): Error at parameter 'items': Script threw an error.",
      ),
    )
  })

  it('is no choice where a script throws', () => {
    expect(() => createMatcher('storage.get', get)([throwing])).toThrow(
      "Error at parameter 'keys': Value did not match any choice.",
    )
  })
})

describe('a dictionary with a property that must be there', () => {
  const match = createMatcher('storage.setAccessLevel', setAccessLevel)
  const frame =
    "Error in invocation of storage.setAccessLevel(object accessOptions, optional function callback): Error at parameter 'accessOptions': "

  it('is taken with it', () => {
    expect(match([{ accessLevel: 'TRUSTED_CONTEXTS' }]).args).toEqual([{ accessLevel: 'TRUSTED_CONTEXTS' }])
  })

  it.each([
    [{}, "Missing required property 'accessLevel'."],
    [{ accessLevel: null }, "Missing required property 'accessLevel'."],
    [{ zz: 1 }, "Unexpected property: 'zz'."],
  ])('is refused: %j', (options, text) => {
    expect(() => match([options])).toThrow(new TypeError(`${frame}${text}`))
  })
})
