/** A request that is answered with an error status. */
export class HttpError extends Error {
  /**
   * @param {number} status
   * @param {string} message what a person reads
   * @param {Record<string, string>} [headers]
   */
  constructor(status, message, headers = {}) {
    super(message)
    this.name = 'HttpError'
    this.status = status
    this.headers = headers
  }
}
