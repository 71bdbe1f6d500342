import type { HostPattern } from './host-pattern.ts'
import { parseHostPattern } from './host-pattern.ts'
import type { Permissions } from './permissions.ts'

/** Chrome's names of JSON values (Chromium: base/values.cc). */
function nameType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'dictionary'
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'double') : typeof value
}

/** Begins like every other complaint about a manifest, and ends with what Chrome says of it. */
export function refuseManifest(complaint: string): TypeError {
  return new TypeError(`Invalid manifest for chrome.sockets: ${complaint}`)
}

export function isDictionary(value: unknown): value is Readonly<Record<string, unknown>> {
  return nameType(value) === 'dictionary'
}

function readDictionary(value: unknown, place = ''): Readonly<Record<string, unknown>> {
  if (value === undefined) return {}
  if (isDictionary(value)) return value
  throw refuseManifest(`${place}expected dictionary, got ${nameType(value)}`)
}

function readTexts(value: unknown): string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) throw refuseManifest(`expected string or strings, got ${nameType(value)}`)
  return value.map((text: unknown, index) => {
    if (typeof text === 'string') return text
    const found = `expected string, got ${nameType(text)}`
    throw refuseManifest(`Error at key 'strings': Parsing array failed at index ${index}: ${found}`)
  })
}

function parsePattern(text: string): HostPattern {
  const pattern = parseHostPattern(text)
  // The text Chrome shows when it refuses the manifest.
  if (pattern === undefined) throw new TypeError(`Invalid host:port pattern '${text}'`)
  return pattern
}

/** Multicast knows no hosts: its only pattern is the empty one. */
function parseMulticast(text: string): HostPattern {
  if (text !== '') throw new TypeError(`Invalid host:port pattern '${text}'`)
  return parsePattern(text)
}

/**
 * Reads the manifest's `sockets`; what is not named is denied, and keys that Chrome does not know are passed over
 * (Chromium: extensions/common/api/sockets/sockets_manifest_permission.cc). Types come before patterns, as in Chrome.
 */
export function readSocketsKey(value: unknown): Permissions {
  const sockets = readDictionary(value)
  const udp = readDictionary(sockets.udp, "'udp': ")
  const [bind, send, groups] = [udp.bind, udp.send, udp.multicastMembership].map(readTexts)
  const connect = readTexts(readDictionary(sockets.tcp, "'tcp': ").connect)
  const listen = readTexts(readDictionary(sockets.tcpServer, "'tcpServer': ").listen)
  return {
    'udp.bind': bind?.map(parsePattern) ?? [],
    'udp.send': send?.map(parsePattern) ?? [],
    'udp.multicastMembership': groups?.map(parseMulticast) ?? [],
    'tcp.connect': connect.map(parsePattern),
    'tcpServer.listen': listen.map(parsePattern),
  }
}
