/** `*` in a path is what does not go back: the texts between are looked for one behind the other. */
export function matchesPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (!path.startsWith(first)) return false
  const last = rest.pop()
  if (last === undefined) return path === first
  let at = first.length
  for (const part of rest) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}

/**
 * Characters of what stands between two wildcards. To look for a longer text takes a time that grows with the square
 * of it (V8: string-search.h, kBMMaxShift). Chrome has no limit.
 */
const maxPart = 250

/** Whether a text in which `*` stands for anything is one that is compared. */
export const isGlob = (text: string): boolean =>
  text
    .split('*')
    .slice(1, -1)
    .every(({ length }) => length <= maxPart)
