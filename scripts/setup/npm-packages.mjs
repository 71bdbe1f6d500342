import { readFileSync } from 'node:fs'
import { runChild } from '../process/run-child.mjs'
import { explainMismatch } from './lock-match.mjs'
import { npmCommand } from './npm-command.mjs'
import { sayAround, SetupError } from './say.mjs'

const topic = 'npm packages'

/**
 * Installs what package-lock.json says unless node_modules has it already.
 * @param {URL} root
 */
export async function ensureNpmPackages(root) {
  const wanted = readFileSync(new URL('package-lock.json', root), 'utf8')
  const reason = explainMismatch(wanted, readInstalledLock(root))
  if (reason) await sayAround(topic, `${reason}, running npm ci (about 300 MB)`, () => installPackages(root))
}

/** @param {URL} root */
async function installPackages(root) {
  // --include=dev, because under NODE_ENV=production npm would leave out what the tests need.
  const { command, args } = npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  // npm's stdout goes to our stderr: only the command may write to stdout.
  const { code } = await runChild(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new SetupError(topic, 'npm ci failed, see above')
}

/**
 * npm writes this file last: an interrupted install has none.
 * @param {URL} root
 */
function readInstalledLock(root) {
  try {
    return readFileSync(new URL('node_modules/.package-lock.json', root), 'utf8')
  } catch {
    return null
  }
}
