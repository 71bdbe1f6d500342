import { describe, expect, it } from 'vitest'
import { toArrayBuffer } from '../../../../src/main/memory/to-array-buffer.ts'

describe('an ArrayBuffer', () => {
  it('is the very one of a Buffer that fills it', () => {
    const buffer = Buffer.from(new ArrayBuffer(8))
    expect(toArrayBuffer(buffer)).toBe(buffer.buffer)
  })

  it('is the bytes alone of a Buffer that is a part of a larger block', () => {
    const block = Buffer.from('secret data of others')
    const part = toArrayBuffer(block.subarray(7, 11))
    expect([part.byteLength, Buffer.from(part).toString()]).toEqual([4, 'data'])
    expect(toArrayBuffer(Buffer.from('x')).byteLength).toBe(1)
  })

  it('is a copy of memory that is shared', () => {
    const copy = toArrayBuffer(Buffer.from(new SharedArrayBuffer(3)))
    expect([copy instanceof ArrayBuffer, copy.byteLength]).toEqual([true, 3])
  })
})
