/**
 * Undefined for what is no address. Not by `URL.canParse`: Node 20.20 takes no letters of Latin-1 (`http://bücher.test/`)
 * for fine any more once it has been asked a few thousand times.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
