/** Milliseconds. */
export const timeOuts = {
  /** A connection that asks for nothing more. */
  idle: 30_000,
  /** A request from its first byte to its last. */
  request: 60_000,
  /** A client that does not take what is sent to it. */
  send: 60_000,
  /** A refused client may finish talking: closing earlier can cost it the answer. */
  linger: 2_000,
}
