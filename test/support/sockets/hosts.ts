import type { ResolvedHost } from '../../../src/main/sockets/resolve-host.ts'

/** A host of those addresses. */
export function hostOf(...addresses: string[]): ResolvedHost {
  return { host: addresses[0] ?? 'nowhere', addresses }
}

export const loopback = hostOf('127.0.0.1')
