import type { Limits } from '../types.ts'

export const defaultLimits: Limits = {
  sockets: 65_536,
  heldConnections: 4096,
  pendingCalls: 262_144,
  writeQuota: 200 * 1024 * 1024,
  unreadBytes: 4 * 1024 * 1024,
  messageBytes: 256 * 1024 * 1024,
}

/** The defaults with what the app says of its own. Throws a TypeError that names the limit that is wrong. */
export function readLimits(limits: Partial<Limits>): Limits {
  for (const [name, value] of Object.entries(limits)) {
    const isLimit = typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    if (isLimit && Object.hasOwn(defaultLimits, name)) continue
    throw new TypeError(
      `Invalid limit '${name}': ${String(value)}; expected a whole number for one of ${names}`,
    )
  }
  return { ...defaultLimits, ...limits }
}

const names = Object.keys(defaultLimits).join(', ')
