import crypto from 'node:crypto'
import fs from 'node:fs'
import * as z from 'zod/mini'
import type { Namespace } from '../../renderer-types/contract/index.ts'
import type { Permissions } from './permissions.ts'
import { readSocketsKey, refuseManifest } from './sockets-key.ts'

const manifestSchema = z.looseObject(
  {
    key: z.optional(z.string('"key" must be a string')),
    name: z.optional(z.string('"name" must be a string')),
    permissions: z.optional(z.array(z.unknown(), '"permissions" must be a list')),
    sockets: z.optional(z.unknown()),
  },
  'it must be an object',
)

const noSockets = 'it has no "sockets", as a Chrome App has: "sockets": { "tcpServer": { "listen": "*" } }'

type Manifest = z.output<typeof manifestSchema>

/** What a manifest says of an app. */
export interface AppManifest {
  readonly id: string
  /** The manifest as JSON. */
  readonly json: string
  /** The APIs its pages see. */
  readonly namespaces: readonly Namespace[]
  readonly permissions: Permissions
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
export function readManifest(manifest: unknown): AppManifest {
  const loaded = loadManifest(manifest)
  const { success, data, error } = manifestSchema.safeParse(loaded)
  if (!success) throw refuseManifest(error.issues.map(({ message }) => message).join('; '))
  if (data.sockets === undefined) throw refuseManifest(noSockets)
  return {
    id: readId(data),
    json: JSON.stringify(sortKeys(loaded)),
    namespaces: [
      'tcp',
      'tcpServer',
      'udp',
      ...(data.permissions?.includes('system.network') ? ['network' as const] : []),
    ],
    permissions: readSocketsKey(data.sockets),
  }
}
