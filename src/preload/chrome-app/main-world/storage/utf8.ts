const bytesOfUnit = (unit: number): number => {
  if (unit < 0x80) return 1
  // Of a pair each half counts for two.
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
}

/** Bytes of a well-formed text. `TextEncoder` takes half a second for 4 MB. */
export function countUtf8(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i += 1) bytes += bytesOfUnit(text.charCodeAt(i))
  return bytes
}
