/** The little of ASN.1's DER (ITU-T X.690) that an X.509 certificate takes. */
const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

function encodeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

function element(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), encodeLength(content.length), content])
}

function encodeArc(arc: number): number[] {
  const septets = [arc & 0x7f]
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) septets.unshift(0x80 | (rest & 0x7f))
  return septets
}

/** `20261231235959Z`, with the century only when X.509 asks for it (RFC 5280, 4.1.2.5). */
function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  if (date.getUTCFullYear() >= 2050) return element(tags.generalizedTime, Buffer.from(digits))
  return element(tags.utcTime, Buffer.from(digits.slice(2)))
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(tags.objectId, Buffer.from([first * 40 + second, ...rest.flatMap((arc) => encodeArc(arc))]))
}

export const der = {
  sequence: (...parts: Uint8Array[]): Buffer => element(tags.sequence, ...parts),
  set: (...parts: Uint8Array[]): Buffer => element(tags.set, ...parts),
  true: (): Buffer => element(tags.boolean, Buffer.from([0xff])),
  /** A positive one, from bytes of which the first is not 0. */
  integer: (bytes: Uint8Array): Buffer =>
    element(tags.integer, Buffer.alloc((bytes[0] ?? 0) >= 0x80 ? 1 : 0), bytes),
  /** One of few values, as a version is. */
  smallInteger: (value: number): Buffer => element(tags.integer, Buffer.from([value])),
  bitString: (bytes: Uint8Array, unusedBits = 0): Buffer =>
    element(tags.bitString, Buffer.from([unusedBits]), bytes),
  octetString: (bytes: Uint8Array): Buffer => element(tags.octetString, bytes),
  utf8String: (text: string): Buffer => element(tags.utf8String, Buffer.from(text)),
  /** `[number] EXPLICIT` */
  explicit: (number: number, content: Uint8Array): Buffer => element(0xa0 | number, content),
  /** `[number] IMPLICIT` of a primitive type */
  implicit: (number: number, content: Uint8Array): Buffer => element(0x80 | number, content),
  objectId,
  time,
}
