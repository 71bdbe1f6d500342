type Transfer = (this: ArrayBuffer, length: number) => ArrayBuffer

/** In Electron and in Node 21 and later. */
const { transfer } = ArrayBuffer.prototype as { readonly transfer?: Transfer }

/** Bytes: less is sooner had anew than given back. */
const worthwhile = 32 * 1024

/**
 * Gives the memory of a buffer back at once: what is left for the next garbage collection cannot be used again before
 * that, and memory that has not been used before is the dearest. Whoever reads the buffer afterwards finds it empty;
 * nobody outside of JavaScript may read it any more. A small one stays as it is.
 */
export function freeMemory(buffer: ArrayBuffer): void {
  if (buffer.byteLength >= worthwhile) transfer?.call(buffer, 0)
}
