import type { Limits } from '../types.ts'

export interface LimitRow {
  readonly value: number
  /** What is counted. */
  readonly of: string
  /** What happens to one more. */
  readonly above: string
}

const mebibyte = 1024 * 1024

/** Each limit once: the type {@link Limits}, the defaults and the table of the docs are made from this. */
export const limitRows = {
  writeQuota: {
    value: 200 * mebibyte,
    of: 'bytes given to `send` and not yet sent, of all sockets',
    above: '`Exceeded write quota.`, as in Chrome',
  },
  messageBytes: {
    value: 256 * mebibyte,
    of: 'bytes of one `send`',
    above: '`net::ERR_MSG_TOO_BIG` (-142)',
  },
  sockets: {
    value: 65_536,
    of: 'sockets of each of the three APIs',
    above:
      '`create` fails with `net::ERR_INSUFFICIENT_RESOURCES` (-12); clients wait until a socket is closed',
  },
  heldConnections: {
    value: 4096,
    of: 'clients of one server that wait to be announced, where its backlog is not lower',
    above: 'they are reset',
  },
  pendingCalls: {
    value: 262_144,
    of: 'calls of one page that wait for their answer',
    above: '`net::ERR_INSUFFICIENT_RESOURCES`',
  },
  unreadBytes: {
    value: 8 * mebibyte,
    of: 'bytes that one page was sent and its listeners have not had; of one connection 4 MiB, of one UDP socket 1 MiB',
    above: 'reading stops after the read under way (64 KiB at most), and TCP slows the peers',
  },
} as const satisfies Readonly<Record<keyof Limits, LimitRow>>

export const defaultLimits: Limits = Object.fromEntries(
  Object.entries(limitRows).map(([name, { value }]) => [name, value]),
) as Record<keyof Limits, number>

const names = Object.keys(limitRows).join(', ')

/** The defaults with what the app says of its own. Throws a TypeError that names the limit that is wrong. */
export function readLimits(limits: Partial<Limits>): Limits {
  const given = Object.entries(limits).filter(
    ([name, value]) => value !== undefined || !Object.hasOwn(limitRows, name),
  )
  for (const [name, value] of given) {
    const isLimit = typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    if (isLimit && Object.hasOwn(limitRows, name)) continue
    throw new TypeError(
      `Invalid limit '${name}': ${String(value)}; expected a whole number for one of ${names}`,
    )
  }
  return { ...defaultLimits, ...Object.fromEntries(given) }
}
