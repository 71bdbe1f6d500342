/** The bytes alone, not the larger block that a small Buffer may be a part of; copied only where they are. */
export function toArrayBuffer({ buffer, byteLength, byteOffset }: Uint8Array): ArrayBuffer {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) return buffer
  return new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer
}
