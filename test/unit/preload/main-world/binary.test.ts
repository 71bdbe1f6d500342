import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { copyBytes, isBinary } from '../../../../src/preload/main-world/binary.ts'

const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer
const read = (value: ArrayBuffer | ArrayBufferView): number[] => [...new Uint8Array(copyBytes(value))]

describe('what counts as binary', () => {
  it.each<[string, unknown]>([
    ['an ArrayBuffer', new ArrayBuffer(1)],
    ['a view', new Float64Array(1)],
    ['a DataView', new DataView(new ArrayBuffer(1))],
    ['an empty ArrayBuffer', new ArrayBuffer(0)],
    ['an ArrayBuffer of another realm', vm.runInNewContext('new ArrayBuffer(1)')],
    ['a view of another realm', vm.runInNewContext('new Uint8Array(1)')],
  ])('%s does', (_what, value) => {
    expect(isBinary(value)).toBe(true)
  })

  it.each<[string, unknown]>([
    ['a SharedArrayBuffer', new SharedArrayBuffer(1)],
    ['an array', [1]],
    ['a string', 'x'],
    ['null', null],
    ['something that only looks like one', { byteLength: 1, [Symbol.toStringTag]: 'ArrayBuffer' }],
    ['an object that inherits from one', Object.create(new ArrayBuffer(1))],
  ])('%s does not', (_what, value) => {
    expect(isBinary(value)).toBe(false)
  })
})

describe('bytes', () => {
  it('are those of the view alone', () => {
    const buffer = bytes(1, 2, 3, 4, 5, 6, 7, 8)
    expect(read(new Uint8Array(buffer, 2, 3))).toEqual([3, 4, 5])
    expect(read(new DataView(buffer, 1, 2))).toEqual([2, 3])
    expect(read(new Uint16Array(buffer, 4, 2))).toEqual([5, 6, 7, 8])
    expect(read(buffer)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('are copied: what is written into the buffer later does not change them', () => {
    const original = new Uint8Array([1, 2, 3])
    const copy = copyBytes(original)
    original.fill(9)
    expect([...new Uint8Array(copy)]).toEqual([1, 2, 3])
  })

  it('are read from the real view, whatever its own properties say', () => {
    const view = Object.defineProperties(new Uint8Array([1, 2]), {
      byteLength: { value: 1 },
      buffer: { value: bytes(9, 9, 9) },
      byteOffset: { value: 1 },
      length: { value: 1 },
    })
    expect(read(view)).toEqual([1, 2])
  })

  it('of a detached buffer are none, as in Chrome', () => {
    const buffer = new ArrayBuffer(4)
    const view = new Uint8Array(buffer, 1, 2)
    structuredClone(buffer, { transfer: [buffer] })
    expect([isBinary(buffer), isBinary(view)]).toEqual([true, true])
    expect([read(buffer), read(view)]).toEqual([[], []])
  })
})
