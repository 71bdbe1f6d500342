import { execFileSync } from 'node:child_process'
import { runChild } from '../process/run-child.mjs'
import { adaptNames } from './debian-packages.mjs'
import { findProgram } from './find-program.mjs'
import { sayAround, SetupError } from './say.mjs'

const topic = 'Debian packages'

/**
 * Installs the packages when we may, else says what to install.
 * @param {string[]} packages
 * @param {string} reason what is missing
 * @param {import('./environment.mjs').Host} host
 */
export async function installDebianPackages(packages, reason, { isRoot, noSystem, env }) {
  const hasApt = findProgram('apt-get', env) !== null
  if (!hasApt) {
    throw new SetupError(topic, `missing: ${reason}. Install what your system has for: ${packages.join(' ')}`)
  }
  if (!isRoot || noSystem) {
    const names = adaptNames(packages, (name) => isKnown(name, env)).join(' ')
    const command = `${isRoot ? '' : 'sudo '}apt-get install --no-install-recommends ${names}`
    throw new SetupError(topic, `missing: ${reason}. Please run: ${command}`)
  }
  await sayAround(topic, `missing: ${reason}; installing ${packages.join(' ')} (up to 100 MB)`, async () => {
    await runApt(['update'], env)
    const names = adaptNames(packages, (name) => isKnown(name, env))
    await runApt(['install', '-y', '--no-install-recommends', ...names], env)
  })
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runApt(args, env) {
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0']
  const { code, output } = await runChild('apt-get', [...options, ...args], {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (code === 0) return
  process.stderr.write(`${output.trim().split('\n').slice(-4).join('\n')}\n`)
  throw new SetupError(topic, `apt-get ${args[0]} failed, see above`)
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
function isKnown(name, env) {
  try {
    execFileSync('apt-cache', ['show', '--no-all-versions', name], { env, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
