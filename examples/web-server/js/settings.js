/** @typedef {{ address: string, port: string }} Settings as typed: not checked yet */

/**
 * @param {string} query of the page's own address
 * @returns {Settings}
 */
export function readSettings(query) {
  const options = new URLSearchParams(query)
  return { address: options.get('address') || '127.0.0.1', port: options.get('port') ?? '8887' }
}

/**
 * @param {string} text
 * @returns {number | null} null when it is not a port
 */
export function parsePort(text) {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN
  return port <= 65535 ? port : null
}
