import { spawn } from 'node:child_process'
import { onCleanUp } from '../process/clean-up.mjs'
import { needsDisplay } from './environment.mjs'
import { findProgram } from './find-program.mjs'
import { SetupError } from './say.mjs'

const timeoutMs = 15_000

// -displayfd lets Xvfb pick a free display itself: two runs at once never meet.
const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset']

/**
 * @param {import('./environment.mjs').Host} host
 * @returns {Promise<string | null>} the value for DISPLAY where there is no display yet
 */
export async function openDisplay(host) {
  return needsDisplay(host) ? startDisplay(host.env) : null
}

/**
 * Virtual displays, whatever display there is; none where there is no Xvfb.
 * @param {import('./environment.mjs').Host} host
 * @param {number} count
 * @returns {Promise<string[]>} values for DISPLAY
 */
export async function openDisplays({ env, platform }, count) {
  if (platform !== 'linux' || !findProgram('Xvfb', env)) return []
  return Promise.all(Array.from({ length: count }, () => startDisplay(env)))
}

/**
 * Starts a virtual display that lives as long as this process. Not by xvfb-run: a signal ends that script but
 * neither its Xvfb nor its command.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the value for DISPLAY
 */
async function startDisplay(env) {
  // A parent that is killed with SIGKILL cannot clean up; the kernel then ends Xvfb.
  const leash = findProgram('setpriv', env) ? ['setpriv', '--pdeathsig', 'TERM'] : []
  const [command = 'Xvfb', ...args] = [...leash, ...xvfb]
  // A process group of its own: Ctrl-C must not take the display away before the windows are closed.
  const server = spawn(command, args, { detached: true, env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  onCleanUp(() => server.kill())
  server.unref()
  return `:${await readNumber(server)}`
}

/**
 * Xvfb writes the number and the line's end apart; if the pipe is closed in between, SIGPIPE ends it.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function readNumber(server) {
  const pipe = /** @type {import('node:net').Socket} */ (server.stdio[3])
  let text = ''
  pipe.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    const fail = () => reject(new SetupError('display', 'Xvfb did not start; run it by hand to see why'))
    const timer = setTimeout(fail, timeoutMs)
    server.once('error', fail)
    pipe.once('end', () => {
      clearTimeout(timer)
      if (/^\d+\s*$/.test(text)) resolve(text.trim())
      else fail()
    })
  })
}
