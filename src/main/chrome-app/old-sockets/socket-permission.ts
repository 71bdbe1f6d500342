import type { HostPattern } from '../../permissions/host-pattern.ts'
import { parseHostPattern } from '../../permissions/host-pattern.ts'
import type { Operation, Permissions } from '../../permissions/permissions.ts'

/** Chrome's old names of what a socket is asked to do. */
const operations: Readonly<Record<string, Operation>> = {
  'tcp-connect': 'tcp.connect',
  'tcp-listen': 'tcpServer.listen',
  'udp-bind': 'udp.bind',
  'udp-send-to': 'udp.send',
  'udp-multicast-membership': 'udp.multicastMembership',
}

/** What Chrome knows and nothing asks for any more. */
const unused: readonly string[] = ['resolve-host', 'resolve-proxy', 'network-state']
/** In Chrome's order. */
const kinds = [...Object.keys(operations), ...unused]

interface Rule {
  readonly kind: string
  readonly pattern: HostPattern
}

const isPlain = (kind: string): boolean => kind === 'udp-multicast-membership' || unused.includes(kind)

/** Chromium: extensions/common/permissions/socket_permission_data.cc */
function readRule(text: string): Rule | undefined {
  const [kind = '', ...place] = text.split(':')
  if (!kinds.includes(kind) || (isPlain(kind) && place.length > 0)) return undefined
  const pattern = parseHostPattern(place.join(':'))
  return pattern && { kind, pattern }
}

/** The rules of `{ "socket": ["tcp-connect:example.com:80"] }`; what says nothing is passed over, as in Chrome. */
function readRules(settings: unknown): Rule[] {
  if (!Array.isArray(settings)) return []
  return settings
    .map((text: unknown) => (typeof text === 'string' ? readRule(text) : undefined))
    .filter((rule) => rule !== undefined)
}

/** What Chrome has against the permission; undefined for nothing. Without settings it is a name and no more. */
export function explainSocketPermission(settings: unknown): string | undefined {
  if (settings !== undefined && !Array.isArray(settings))
    return "Cannot parse the permission list. It's not a list.."
  return readRules(settings).length === 0 ? 'NULL or empty permission list.' : undefined
}

type Entry = string | Readonly<Record<string, unknown>>

const listRules = (entries: readonly Entry[]): Rule[] =>
  entries.flatMap((entry) => (typeof entry === 'string' ? [] : readRules(entry['socket'])))

/** What the manifest's permission `socket` allows; what it does not name is denied. */
export function readSocketPermission(entries: readonly Entry[]): Permissions {
  const rules = listRules(entries)
  const find = (operation: Operation): HostPattern[] =>
    rules.filter(({ kind }) => operations[kind] === operation).map(({ pattern }) => pattern)
  return {
    'tcp.connect': find('tcp.connect'),
    'tcpServer.listen': find('tcpServer.listen'),
    'udp.bind': find('udp.bind'),
    'udp.send': find('udp.send'),
    'udp.multicastMembership': find('udp.multicastMembership'),
  }
}

/** A rule that would allow an operation. */
export function writeSocketRule(operation: Operation, pattern: string): string {
  const [name = ''] = Object.entries(operations).find(([, known]) => known === operation) ?? []
  return `"permissions": [{ "socket": [${JSON.stringify(pattern === '' ? name : `${name}:${pattern}`)}] }]`
}

function compareRules({ kind, pattern }: Rule, other: Rule): number {
  const { host = '', includesSubdomains, port = 0 } = pattern
  const { host: otherHost = '', includesSubdomains: otherIncludes, port: otherPort = 0 } = other.pattern
  if (kind !== other.kind) return kinds.indexOf(kind) - kinds.indexOf(other.kind)
  if (host !== otherHost) return host < otherHost ? -1 : 1
  return Number(includesSubdomains) - Number(otherIncludes) || port - otherPort
}

function printRule({ kind, pattern: { host, includesSubdomains, port } }: Rule): string {
  return isPlain(kind) ? kind : `${kind}:${includesSubdomains ? '*.' : ''}${host ?? '*'}:${port ?? '*'}`
}

/** The rules of the permission as Chrome prints them, each once and in its order. */
export function printSocketRules(entries: readonly Entry[]): string[] {
  return [...new Set(listRules(entries).toSorted(compareRules).map(printRule))]
}
