export const blockSize = 1024 * 1024
export const pieceSize = 64 * 1024

/** All but one bit: eight bytes of the pattern, read as a float64, are never NaN, which equals nothing. */
const byteMask = 0xbf

/** Bytes that do not repeat within their length, and are the same in every process. */
export function makePattern(length: number): Uint8Array<ArrayBuffer> {
  const pattern = new Uint8Array(length)
  let state = 0x9e3779b9
  for (let index = 0; index < length; index += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    pattern[index] = state & byteMask
  }
  return pattern
}
