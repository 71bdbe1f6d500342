/** A string, or a comment. */
const stringOrComment = /"(?:\\[\s\S]|[^"\\])*"|\/\/[^\n\r]*|\/\*[\s\S]*?\*\//g

const blank = (text: string): string => text.replaceAll(/[^\n\r]/g, ' ')

/** Chrome takes line breaks inside of strings, and `\x41`. */
function toStandardString(text: string): string {
  return text
    .replaceAll(/\\x([\dA-Fa-f]{2})|\\[\s\S]/g, (escape, code?: string) =>
      code === undefined ? escape : `\\u00${code}`,
    )
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
}

/** The place of the bracket behind a comma that ought not to be there, in Chrome's words. */
function findTrailingComma(text: string): string | undefined {
  const masked = text.replaceAll(stringOrComment, (part) =>
    part.startsWith('"') ? part.replaceAll(/[^\n\r]/g, '_') : blank(part),
  )
  const found = /,\s*[\]}]/.exec(masked)
  if (found === null) return undefined
  const lines = masked.slice(0, found.index + found[0].length).split('\n')
  return `trailing comma at line ${lines.length} column ${lines.at(-1)?.length}`
}

function explain(text: string, error: unknown): string {
  return findTrailingComma(text) ?? (error instanceof Error ? error.message : String(error))
}

/**
 * JSON as Chrome reads it in manifests and in messages.json: a byte order mark and comments are passed over
 * (Chromium: base/json, JSON_PARSE_CHROMIUM_EXTENSIONS). Throws a SyntaxError.
 */
export function parseChromeJson(source: string): unknown {
  const text = source.replace(/^\uFEFF/, '')
  const plain = text.replaceAll(stringOrComment, (part) =>
    part.startsWith('"') ? toStandardString(part) : blank(part),
  )
  try {
    return JSON.parse(plain)
  } catch (error) {
    throw new SyntaxError(`not valid JSON: ${explain(text, error)}`, { cause: error })
  }
}
