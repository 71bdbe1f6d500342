/** The first and the last byte of a part of a file. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** One range of bytes: Chrome serves no others. Undefined for what is none, or none of that file. */
export function parseRange(header: string, size: number): ByteRange | undefined {
  // One pattern for all of it would take a time that grows with the square of the blanks.
  const [, ...bounds] = /^\s*bytes\s*=([^-]*)-([^-]*)$/i.exec(header) ?? []
  const [first = '', last = ''] = bounds.map((bound) => bound.trim())
  if (first + last === '' || !/^\d*$/.test(first + last)) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end ? { start, end } : undefined
}
