import { parseArgs } from 'node:util'

/**
 * @typedef {object} Options
 * @property {string} port as typed: the page says what is wrong with it
 * @property {string} address
 * @property {boolean} headless no window is shown
 * @property {number} stopAfter seconds, 0 for never
 */

/**
 * Not strict: Electron's own switches and the app's path stand in the same list.
 * @param {readonly string[]} args
 * @returns {Options}
 */
export function readCommandLine(args) {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      port: { type: 'string' },
      address: { type: 'string' },
      headless: { type: 'boolean' },
      'stop-after': { type: 'string' },
    },
  })
  return {
    port: String(values.port ?? '8887'),
    address: String(values.address ?? '127.0.0.1'),
    headless: values.headless === true,
    stopAfter: Number(values['stop-after'] ?? 0) || 0,
  }
}
