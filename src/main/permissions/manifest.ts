import crypto from 'node:crypto'
import fs from 'node:fs'
import * as z from 'zod/mini'
import type { Namespace } from '../../renderer-types/contract/index.ts'
import type { HostPattern } from './host-pattern.ts'
import { parseHostPattern } from './host-pattern.ts'
import type { Permissions } from './permissions.ts'

const patterns = z.optional(
  z.union([z.string(), z.array(z.string())], 'must be a string or a list of strings'),
)
const notAnObject = 'must be an object'

const manifestSchema = z.looseObject({
  key: z.optional(z.string('must be a string')),
  name: z.optional(z.string('must be a string')),
  permissions: z.optional(z.array(z.unknown(), 'must be a list')),
  sockets: z.object(
    {
      tcp: z.optional(z.object({ connect: patterns }, notAnObject)),
      tcpServer: z.optional(z.object({ listen: patterns }, notAnObject)),
      udp: z.optional(
        z.object({ bind: patterns, send: patterns, multicastMembership: patterns }, notAnObject),
      ),
    },
    'must be an object, as in a Chrome App: "sockets": { "tcpServer": { "listen": "*" } }',
  ),
})

type Manifest = z.output<typeof manifestSchema>

/** What a manifest says of an app. */
export interface App {
  readonly id: string
  /** The manifest as JSON. */
  readonly manifest: string
  /** The APIs its pages see. */
  readonly namespaces: readonly Namespace[]
  readonly permissions: Permissions
}

function invalidPattern(text: string): TypeError {
  // The text Chrome shows when it refuses the manifest.
  return new TypeError(`Invalid host:port pattern '${text}'`)
}

function toList(value: string | string[] | undefined): string[] {
  return typeof value === 'string' ? [value] : (value ?? [])
}

function parsePatterns(value: string | string[] | undefined): HostPattern[] {
  return toList(value).map((text) => {
    const pattern = parseHostPattern(text)
    if (pattern === undefined) throw invalidPattern(text)
    return pattern
  })
}

/** Multicast knows no hosts: its only pattern is the empty one. */
function parseMulticast(value: string | string[] | undefined): HostPattern[] {
  const other = toList(value).find((text) => text !== '')
  if (other !== undefined) throw invalidPattern(other)
  return parsePatterns(value)
}

function readPermissions({ sockets: { tcp, tcpServer, udp } }: Manifest): Permissions {
  return {
    'tcp.connect': parsePatterns(tcp?.connect),
    'tcpServer.listen': parsePatterns(tcpServer?.listen),
    'udp.bind': parsePatterns(udp?.bind),
    'udp.send': parsePatterns(udp?.send),
    'udp.multicastMembership': parseMulticast(udp?.multicastMembership),
  }
}

/**
 * The id of a Chrome App: 32 letters from a to p, of the hash of its public key (the manifest's `key`), so that an
 * app keeps the id it had; an app without a key gets one from its name.
 */
function readId({ key, name = '' }: Manifest): string {
  const source = key === undefined ? Buffer.from(name) : Buffer.from(key, 'base64')
  const digits = crypto.createHash('sha256').update(source).digest('hex').slice(0, 32)
  return digits.replaceAll(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}

function loadManifest(manifest: unknown): unknown {
  return typeof manifest === 'string' ? JSON.parse(fs.readFileSync(manifest, 'utf8')) : manifest
}

/** Chrome gives a manifest back with its keys in alphabetical order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortKeys(entry)]))
}

/** Reads a manifest, or the file of that path. Throws a TypeError that says what is wrong with it. */
export function readManifest(manifest: unknown): App {
  const loaded = loadManifest(manifest)
  const { success, data, error } = manifestSchema.safeParse(loaded)
  if (!success) throw new TypeError(`Invalid manifest for chrome.sockets: ${z.prettifyError(error)}`)
  return {
    id: readId(data),
    manifest: JSON.stringify(sortKeys(loaded)),
    namespaces: [
      'tcp',
      'tcpServer',
      'udp',
      ...(data.permissions?.includes('system.network') ? ['network' as const] : []),
    ],
    permissions: readPermissions(data),
  }
}
