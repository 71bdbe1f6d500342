import { maxDatagramBytes } from '../../renderer-types/wire.ts'
import { primordials } from './primordials.ts'

const {
  ArrayBuffer,
  Uint8Array,
  byteLengthOfBuffer,
  dataView,
  isView,
  byteLengthOf,
  setBytes,
  typedArray,
  typedArrayTag,
} = primordials

/** True for an `ArrayBuffer` of any realm, not for a `SharedArrayBuffer` (as Chrome has it). */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  try {
    byteLengthOfBuffer(value)
    return true
  } catch {
    return false
  }
}

export function isBinary(value: unknown): value is ArrayBuffer | ArrayBufferView {
  return typeof value === 'object' && value !== null && (isView(value) || isArrayBuffer(value))
}

export function viewBytes(value: ArrayBuffer | ArrayBufferView): Uint8Array {
  try {
    if (!isView(value)) return new Uint8Array(value)
    const getters = typedArrayTag(value) === undefined ? dataView : typedArray
    const buffer = getters.buffer(value) as ArrayBuffer
    return new Uint8Array(buffer, getters.byteOffset(value) as number, getters.byteLength(value) as number)
  } catch {
    // A detached buffer counts as an empty one in Chrome; here it cannot be looked at.
    return new Uint8Array(0)
  }
}

/** Bytes of the arguments of a call. */
export function countBytes(args: readonly unknown[]): number {
  let bytes = 0
  for (let i = 0; i < args.length; i += 1) if (isView(args[i])) bytes += byteLengthOf(args[i])
  return bytes
}

/** The bytes alone: cloning a view would take its whole buffer along. */
export function sliceBytes(bytes: Uint8Array, start: number, length: number): ArrayBuffer {
  const { buffer, byteOffset } = typedArray
  const part = new Uint8Array(buffer(bytes) as ArrayBuffer, (byteOffset(bytes) as number) + start, length)
  const copy = new ArrayBuffer(length)
  setBytes(new Uint8Array(copy), part, 0)
  return copy
}

/**
 * Chrome takes the bytes at the time of the call: what the page writes into its buffer later is not sent. A datagram that
 * is too long is answered as its beginning is. Returns the bytes of all.
 */
export function copyDatagrams(args: unknown[]): number {
  let bytes = 0
  for (let i = 0; i < args.length; i += 1) {
    const value = args[i]
    if (!isView(value)) continue
    const length = byteLengthOf(value)
    const taken = length < maxDatagramBytes ? length : maxDatagramBytes
    args[i] = sliceBytes(value as Uint8Array, 0, taken)
    bytes += taken
  }
  return bytes
}
