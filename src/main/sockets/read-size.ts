const defaultSize = 4096

/** Bytes of one read: what the page has set, where that is a size at all. */
export function toReadSize(bufferSize: number | undefined): number {
  return bufferSize !== undefined && bufferSize > 0 ? bufferSize : defaultSize
}
