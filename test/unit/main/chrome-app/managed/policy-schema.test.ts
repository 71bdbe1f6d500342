import { describe, expect, it } from 'vitest'
import {
  parsePolicySchema,
  restrictPolicies,
} from '../../../../../src/main/chrome-app/managed/policy-schema.ts'

const restrict = (schema: object, value: unknown): unknown =>
  restrictPolicies({ value }, parsePolicySchema({ type: 'object', properties: { value: schema } })).value

/** As Chromium 156 does with a policy. */
describe('a policy', () => {
  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: 'integer' }, 5],
    [{ type: 'number' }, 5],
    [{ type: 'number' }, 1.5],
    [{ type: 'boolean' }, true],
    [{ type: 'array', items: { type: 'string' } }, ['x', 'y']],
    [{ type: 'object', properties: { x: { type: 'integer' } } }, { x: 1 }],
    [
      { type: 'object', additionalProperties: { type: 'integer' } },
      { k: 1, l: 2 },
    ],
    [{ type: 'object', patternProperties: { '^a': { type: 'integer' } } }, { ab: 1 }],
    [{ type: 'string', enum: ['a', 'b'] }, 'a'],
    [{ type: 'integer', enum: [1, 2] }, 1],
    [{ type: 'integer', minimum: 1, maximum: 5 }, 3],
    [{ type: 'string', pattern: '^x+$' }, 'xx'],
  ])('that fits %j passes: %j', (schema, value) => {
    expect(restrict(schema, value)).toEqual(value)
  })

  it.each([
    [{ type: 'string' }, 5],
    [{ type: 'integer' }, 'five'],
    [{ type: 'integer' }, '5'],
    [{ type: 'integer' }, 1.5],
    [{ type: 'boolean' }, 'true'],
    [{ type: 'array', items: { type: 'integer' } }, [1, 'x', 2]],
    [{ type: 'object', properties: { x: { type: 'integer' } } }, { x: 'no' }],
    [
      { type: 'object', patternProperties: { '^a': { type: 'integer' } } },
      { ab: 1, ac: 'x' },
    ],
    [{ type: 'string', enum: ['a', 'b'] }, 'c'],
    [{ type: 'integer', minimum: 1, maximum: 5 }, 9],
    [{ type: 'string', pattern: '^x+$' }, 'y'],
  ])('that does not fit %j is dropped: %j', (schema, value) => {
    expect(restrict(schema, value)).toBeUndefined()
  })

  it('loses what is not known, and nothing else', () => {
    const schema = parsePolicySchema({
      type: 'object',
      properties: { a: { type: 'object', properties: { x: { type: 'integer' } } } },
    })
    expect(restrictPolicies({ a: { x: 1, zz: 2 }, unknown: 1 }, schema)).toEqual({ a: { x: 1 } })
  })

  it('may refer to another one, and to itself', () => {
    const schema = parsePolicySchema({
      type: 'object',
      properties: {
        tree: {
          id: 'Tree',
          type: 'object',
          properties: { name: { type: 'string' }, next: { $ref: 'Tree' } },
        },
        other: { $ref: 'Tree' },
      },
    })
    const value = { name: 'a', next: { name: 'b' } }
    expect(restrictPolicies({ tree: value, other: value }, schema)).toEqual({ tree: value, other: value })
    expect(restrictPolicies({ tree: { next: { name: 5 } } }, schema)).toEqual({})
  })
})

describe('a schema', () => {
  it.each([
    [{}, "Each schema must have a 'type' or '$ref'."],
    [{ type: 'string' }, 'The main schema must have a type attribute with "object" value.'],
    [{ type: 'object', properties: { a: { type: 'zz' } } }, "Unknown type 'zz'."],
    [{ type: 'object', properties: { a: { $ref: 'X' } } }, 'Invalid $ref: X'],
  ])('%j is refused in the words of Chrome', (schema, text) => {
    expect(() => parsePolicySchema(schema)).toThrow(new TypeError(text))
  })
})
