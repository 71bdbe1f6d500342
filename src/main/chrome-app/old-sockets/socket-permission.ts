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
const unused: ReadonlySet<string> = new Set(['resolve-host', 'resolve-proxy', 'network-state'])

interface Rule {
  readonly operation: Operation | undefined
  readonly pattern: HostPattern
}

/** Chromium: extensions/common/permissions/socket_permission_data.cc */
function readRule(text: string): Rule | undefined {
  const [name = '', ...place] = text.split(':')
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  const isPlain = operation === undefined || operation === 'udp.multicastMembership'
  if ((operation === undefined && !unused.has(name)) || (isPlain && place.length > 0)) return undefined
  const pattern = parseHostPattern(place.join(':'))
  return pattern && { operation, pattern }
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

/** What the manifest's permission `socket` allows; what it does not name is denied. */
export function readSocketPermission(entries: readonly Entry[]): Permissions {
  const rules = entries.flatMap((entry) => (typeof entry === 'string' ? [] : readRules(entry['socket'])))
  const find = (operation: Operation): HostPattern[] =>
    rules.filter((rule) => rule.operation === operation).map(({ pattern }) => pattern)
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
