const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/** Halves of pairs stand for code points above all that have a unit of their own. */
const rank = (unit: number): number => (isSurrogate(unit) ? unit + 0x1_0000 : unit)

/** By code points, as Chromium orders keys; JavaScript's own order is that of code units. */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i += 1) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
