/** How every connection is opened, by us or by the peer. */
export const connectionOptions = {
  /** A peer that has finished sending may still be sent to. */
  allowHalfOpen: true,
  /** A paused stream reads no further than the chunk it is at: what comes then waits in the kernel. */
  highWaterMark: 1,
  noDelay: true,
} as const
