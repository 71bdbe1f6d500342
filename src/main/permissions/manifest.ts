import fs from 'node:fs'
import * as z from 'zod/mini'
import type { HostPattern } from './host-pattern.ts'
import { parseHostPattern } from './host-pattern.ts'
import type { Permissions } from './permissions.ts'

const patterns = z.optional(
  z.union([z.string(), z.array(z.string())], 'must be a string or a list of strings'),
)
const notAnObject = 'must be an object'

const manifestSchema = z.looseObject({
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

function parsePatterns(value: string | string[] | undefined): HostPattern[] {
  const texts = typeof value === 'string' ? [value] : (value ?? [])
  return texts.map((text) => {
    const pattern = parseHostPattern(text)
    // The text Chrome shows when it refuses the manifest.
    if (pattern === undefined) throw new TypeError(`Invalid host:port pattern '${text}'`)
    return pattern
  })
}

function readManifest(manifest: unknown): unknown {
  return typeof manifest === 'string' ? JSON.parse(fs.readFileSync(manifest, 'utf8')) : manifest
}

/** Reads what a manifest, or the file of that path, permits. Throws a TypeError that says what is wrong with it. */
export function readPermissions(manifest: unknown): Permissions {
  const { success, data, error } = manifestSchema.safeParse(readManifest(manifest))
  if (!success) throw new TypeError(`Invalid manifest for chrome.sockets: ${z.prettifyError(error)}`)
  return {
    'tcp.connect': parsePatterns(data.sockets.tcp?.connect),
    'tcpServer.listen': parsePatterns(data.sockets.tcpServer?.listen),
  }
}
