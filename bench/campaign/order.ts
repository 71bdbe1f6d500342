/** Each round begins with the next one, and every other round goes the other way round. */
export function orderOf<Item>(items: readonly Item[], round: number): Item[] {
  const start = Math.floor(round / 2) % Math.max(1, items.length)
  const rotated = [...items.slice(start), ...items.slice(0, start)]
  return round % 2 === 0 ? rotated : rotated.toReversed()
}
