const comment = /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

/** JSON as Chrome reads a manifest: it may have comments, and a byte order mark. */
export function parseJson(text: string): unknown {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(comment, (_match, string: string | undefined) => string ?? ' ')
  return JSON.parse(plain)
}
