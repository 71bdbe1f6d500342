import { primordials } from './primordials.ts'

const { ArrayBuffer, Uint8Array, byteLengthOfBuffer, dataView, isView, setBytes, typedArray, typedArrayTag } =
  primordials

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

function viewBytes(value: ArrayBuffer | ArrayBufferView): Uint8Array {
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

/** Chrome takes the bytes at the time of the call: what the page writes into its buffer later is not sent. */
export function copyBytes(value: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  const bytes = viewBytes(value)
  const copy = new ArrayBuffer(typedArray.byteLength(bytes) as number)
  setBytes(new Uint8Array(copy), bytes)
  return copy
}
