type Transfer = (this: ArrayBuffer, length: number) => ArrayBuffer

/** In Electron and in Node 21 and later. */
const { transfer } = ArrayBuffer.prototype as { readonly transfer?: Transfer }

/**
 * Gives the memory of a buffer back at once: what is left for the next garbage collection cannot be used again before
 * that, and memory that has not been used before is the dearest. Whoever reads the buffer afterwards finds it empty;
 * nobody outside of JavaScript may read it any more. One without bytes may be shared, and stays as it is.
 */
export function freeMemory(buffer: ArrayBuffer): void {
  if (buffer.byteLength > 0) transfer?.call(buffer, 0)
}
