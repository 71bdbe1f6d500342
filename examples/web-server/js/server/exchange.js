/**
 * What was served, for the log.
 * @typedef {object} Exchange
 * @property {Date} time
 * @property {string} method
 * @property {string} target
 * @property {number} status
 * @property {number} size bytes of the body that were sent
 * @property {number} duration milliseconds
 * @property {string} peer
 * @property {boolean} complete false when the client went away first
 */

/**
 * @param {{ method: string, target: string }} asked what is known of the request
 * @param {string} peer
 */
export function startExchange({ method, target }, peer) {
  const started = Date.now()
  /**
   * @param {Pick<Exchange, 'status' | 'size' | 'complete'>} outcome
   * @returns {Exchange}
   */
  return (outcome) => {
    const duration = Date.now() - started
    return { time: new Date(started), method, target, peer, duration, ...outcome }
  }
}
