import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { copyDatagrams, isBinary, sliceBytes, viewBytes } from '../../../../src/preload/main-world/binary.ts'

const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer
const read = (value: ArrayBuffer | ArrayBufferView): number[] => [...viewBytes(value)]

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

describe('the bytes of a value', () => {
  it('are those of the view alone', () => {
    const buffer = bytes(1, 2, 3, 4, 5, 6, 7, 8)
    expect(read(new Uint8Array(buffer, 2, 3))).toEqual([3, 4, 5])
    expect(read(new DataView(buffer, 1, 2))).toEqual([2, 3])
    expect(read(new Uint16Array(buffer, 4, 2))).toEqual([5, 6, 7, 8])
    expect(read(buffer)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('are looked at where they lie: nothing is copied yet', () => {
    const buffer = bytes(1, 2, 3)
    expect(viewBytes(buffer).buffer).toBe(buffer)
    expect(viewBytes(new Uint8Array(buffer, 1)).buffer).toBe(buffer)
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

describe('a slice', () => {
  it('is a copy: what is written into the buffer later does not change it', () => {
    const original = new Uint8Array([1, 2, 3])
    const copy = sliceBytes(original, 1, 2)
    original.fill(9)
    expect([...new Uint8Array(copy)]).toEqual([2, 3])
  })

  it('is the bytes alone: a small view does not take its whole buffer along', () => {
    const view = new Uint8Array(new ArrayBuffer(1000), 10, 2)
    expect(sliceBytes(view, 0, 2).byteLength).toBe(2)
    expect(sliceBytes(new Uint8Array(0), 0, 0).byteLength).toBe(0)
  })
})

describe('the binaries among arguments', () => {
  it('become buffers of their own, and everything else stays as it is', () => {
    const view = new Uint8Array(bytes(1, 2, 3), 1)
    const dictionary = { name: 'x' }
    const args = [7, view, undefined, 'text', dictionary]
    expect(copyDatagrams(args)).toBe(2)
    view.fill(9)
    expect(args).toEqual([7, bytes(2, 3), undefined, 'text', dictionary])
    expect(args[4]).toBe(dictionary)
  })

  it('are cut where they are longer than any datagram', () => {
    const [most, more] = [65_535, 1_000_000].map((length) => new Uint8Array(length))
    const args: unknown[] = [most, more]
    expect(copyDatagrams(args)).toBe(65_535 + 65_536)
    expect(args).toEqual([new ArrayBuffer(65_535), new ArrayBuffer(65_536)])
  })
})
