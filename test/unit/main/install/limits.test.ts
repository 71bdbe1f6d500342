import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Limits } from '../../../../src/main/types.ts'
import { defaultLimits, readLimits } from '../../../../src/main/install/limits.ts'
import { root } from '../../../support/root.ts'

const names = Object.keys(defaultLimits) as (keyof Limits)[]

/** Once more, by hand: `npm run generate` writes what is documented anew when a default is another one. */
const promised: Limits = {
  writeQuota: 209_715_200,
  messageBytes: 268_435_456,
  sockets: 65_536,
  heldConnections: 4096,
  pendingCalls: 262_144,
  unreadBytes: 8_388_608,
}

/** What a JavaScript app may pass, whatever the types say. */
const read = (limits: unknown): Limits => readLimits(limits as Partial<Limits>)

/** What the types promise of each limit in their comments. */
function readDocumented(): Record<string, number> {
  const types = fs.readFileSync(path.join(root, 'src/main/types.ts'), 'utf8')
  const [, body = ''] = /^export interface Limits \{\n(.*?)^\}/ms.exec(types) ?? []
  const entries = [...body.matchAll(/Default:\s+([\d,]+)( MiB)?.*?readonly (\w+): number/gs)]
  return Object.fromEntries(
    entries.map(([, digits = '', unit, name = '']) => [
      name,
      Number(digits.replaceAll(',', '')) * (unit === undefined ? 1 : 1024 * 1024),
    ]),
  )
}

describe('limits', () => {
  it('are where nothing is said what was promised, the quota that of Chrome, and the types document that', () => {
    expect(read({})).toEqual(promised)
    expect(readDocumented()).toEqual(promised)
  })

  it('are all whole numbers of at least 1, the defaults too', () => {
    expect(read({ ...defaultLimits })).toEqual(defaultLimits)
  })

  it.each(names)('may have another %s, which changes no other and not the defaults', (name) => {
    for (const value of [1, 7, Number.MAX_SAFE_INTEGER])
      expect(read({ [name]: value })).toEqual({ ...defaultLimits, [name]: value })
    expect(read({})).toEqual(defaultLimits)
  })

  it('that are undefined are not given, but are to be known', () => {
    const none = Object.fromEntries(names.map((name) => [name, undefined]))
    expect(read({ ...none, sockets: 5 })).toEqual({ ...defaultLimits, sockets: 5 })
    expect(() => read({ sokets: undefined })).toThrow("Invalid limit 'sokets': undefined")
  })

  it.each<[string, unknown]>([
    ['0', 0],
    ['-1', -1],
    ['1.5', 1.5],
    ['NaN', Number.NaN],
    ['Infinity', Infinity],
    ['9007199254740992', 2 ** 53],
    ['10', '10'],
    ['1', 1n],
    ['true', true],
    ['null', null],
    ['[object Object]', {}],
    ['1', [1]],
  ])('that are %s are refused by their name', (shown, value) => {
    for (const name of names) {
      const attempt = (): Limits => read({ [name]: value })
      expect(attempt).toThrow(TypeError)
      expect(attempt).toThrow(`Invalid limit '${name}': ${shown}; expected a whole number for one of`)
    }
  })

  it.each(['socket', 'Sockets', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'that are not there are refused by their name, and those that are there are told: %j',
    (name) => {
      const attempt = (): Limits => read({ [name]: 1 })
      expect(attempt).toThrow(TypeError)
      expect(attempt).toThrow(
        `Invalid limit '${name}': 1; expected a whole number for one of ${names.join(', ')}`,
      )
    },
  )

  it('cannot be named __proto__', () => {
    expect(() => read(JSON.parse('{"__proto__":1}'))).toThrow("Invalid limit '__proto__'")
  })
})
