/** Letters that may be wrong. */
const tolerance = 2

/**
 * @param {string} word
 * @param {readonly string[]} candidates
 * @returns {string | undefined} the one that was probably meant
 */
export function findNearest(word, candidates) {
  const measured = candidates.map((candidate) => ({ candidate, distance: measureDistance(word, candidate) }))
  const [best] = measured.toSorted((one, other) => one.distance - other.distance)
  return best && best.distance <= tolerance ? best.candidate : undefined
}

/**
 * Letters to be put in, taken out or changed (Levenshtein).
 * @param {string} from
 * @param {string} to
 */
function measureDistance(from, to) {
  let before = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const letter of from) {
    const row = [(before[0] ?? 0) + 1]
    for (const [index, other] of Array.from(to).entries()) {
      const change = (before[index] ?? 0) + (letter === other ? 0 : 1)
      row.push(Math.min(change, (before[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1))
    }
    before = row
  }
  return before[to.length] ?? 0
}
