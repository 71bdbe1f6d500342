import { borrowedReads } from './borrowed-reads.ts'

/** How every connection is opened, by us or by the peer. */
export const connectionOptions = {
  /** A peer that has finished sending may still be sent to. */
  allowHalfOpen: true,
  noDelay: true,
  /** A paused stream reads no further than the chunk it is at: what comes then waits in the kernel. */
  readableHighWaterMark: 1,
  /** A stream that is never too full says nothing of it: {@link writeBytes} asks it. */
  writableHighWaterMark: 2 ** 30 - 1,
  onread: borrowedReads,
} as const
