import { parseArgs } from 'node:util'
import { findNearest } from './find-nearest.js'

/**
 * @typedef {object} Options
 * @property {string} port as typed: the page says what is wrong with it
 * @property {string} address
 * @property {boolean} headless no window is shown
 * @property {boolean} inspector
 * @property {number} stopAfter seconds, 0 for never
 */

/** @typedef {{ options: Options } | { answer: string, code: number }} Command */

const help = `Usage: web-server [switches]

  --port NUMBER         listens on this port instead of 8887; 0 takes a free one
  --address ADDRESS     127.0.0.1 for this computer (default), 0.0.0.0 for the whole network
  --headless            shows no window
  --inspector           opens the inspector, which shows all sockets (F12 in the window)
  --stop-after SECONDS  ends by itself
  --help                shows this
`

const switches = /** @type {const} */ ({
  port: { type: 'string', default: '8887' },
  address: { type: 'string', default: '127.0.0.1' },
  headless: { type: 'boolean', default: false },
  inspector: { type: 'boolean', default: false },
  'stop-after': { type: 'string', default: '0' },
  help: { type: 'boolean', short: 'h', default: false },
})

/** Switches of Electron itself that people give a packaged program, too. */
const ofElectron = new Set([
  '--disable-gpu',
  '--enable-logging',
  '--force-device-scale-factor',
  '--inspect',
  '--lang',
  '--no-sandbox',
  '--ozone-platform',
  '--remote-debugging-port',
  '--user-data-dir',
])

/**
 * @param {readonly string[]} args without the program's path and without the script's
 * @returns {Command}
 */
export function readCommandLine(args) {
  const own = args.filter((arg) => !ofElectron.has(arg.replace(/=.*/s, '')))
  try {
    const { values } = parseArgs({ args: own, options: switches })
    return values.help ? { answer: help, code: 0 } : { options: readOptions(values) }
  } catch (error) {
    const { message } = /** @type {Error} */ (error)
    return { answer: `${message.replace(/\. .*/s, '')}.${suggest(own)} See --help.\n`, code: 2 }
  }
}

/** @param {{ port: string, address: string, headless: boolean, inspector: boolean, 'stop-after': string }} values */
function readOptions({ 'stop-after': seconds, ...options }) {
  if (!/^\d{1,6}(\.\d+)?$/.test(seconds)) throw new Error(`--stop-after takes seconds, not '${seconds}'`)
  return { ...options, stopAfter: Number(seconds) }
}

/** @param {readonly string[]} args */
function suggest(args) {
  const names = Object.keys(switches).map((name) => `--${name}`)
  const given = args.filter((arg) => arg.startsWith('-')).map((arg) => arg.replace(/=.*/s, ''))
  const unknown = given.find((arg) => !names.includes(arg) && arg !== '-h')
  const nearest = unknown && findNearest(unknown, names)
  return nearest ? ` Did you mean ${nearest}?` : ''
}
