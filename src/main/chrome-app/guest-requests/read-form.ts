type Fields = Readonly<Record<string, readonly string[]>>

const character = "(?:[\\w*.+~!'()-]|%[\\dA-Fa-f]{2})"
const pair = `${character}*=${character}*`
const urlEncoded = new RegExp(`^${pair}(?:&${pair})*$`)

const toText = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8')

const unescape = (name: string): string =>
  name.replace(/%([\dA-Fa-f]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const disposition = /^Content-Disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?/i

/** Undefined for what is no part. Of a file there is its name. */
function readPart(part: string): readonly [name: string, value: string] | undefined {
  const end = part.indexOf('\r\n\r\n')
  const [, name, fileName] = disposition.exec(part.replace(/^\r\n/, '')) ?? []
  if (end < 0 || name === undefined) return undefined
  return [toText(unescape(name)), toText(fileName ?? part.slice(end + 4))]
}

/** Undefined for what is not `multipart/form-data`. */
function readParts(body: string): (readonly [name: string, value: string])[] | undefined {
  const [, boundary] = /^--([^\r\n]{1,70})\r\n/.exec(body) ?? []
  if (boundary === undefined || !body.endsWith(`\r\n--${boundary}--\r\n`)) return undefined
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1).map(readPart)
  return parts.every((part) => part !== undefined) ? parts : undefined
}

/** The fields of a body that reads like a form, which is what Electron tells of its type; undefined for any other. */
export function readForm(body: Buffer): Fields | undefined {
  const text = body.toString('latin1')
  const pairs = urlEncoded.test(text) ? new URLSearchParams(text) : readParts(text)
  if (pairs === undefined) return undefined
  const fields = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const values = fields.get(name)
    if (values === undefined) fields.set(name, [value])
    else values.push(value)
  }
  return Object.fromEntries(fields)
}
