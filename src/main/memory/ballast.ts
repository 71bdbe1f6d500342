/** Bytes: eight times what a message of a page takes. */
const length = 2 * 1024 * 1024

let ballast: ArrayBuffer | undefined

/**
 * Chromium's allocator gives free memory back to the system where it is more than an eighth of what is in use
 * (partition_alloc: max_empty_slot_spans_dirty_bytes_shift). In an app that uses little, the memory of each message of
 * a page would be had anew, which costs more than what the message is for. This is in use, and takes no memory: nobody
 * ever touches it.
 */
export function takeBallast(): void {
  ballast ??= new ArrayBuffer(length)
}
