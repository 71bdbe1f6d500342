import { createHash } from 'node:crypto'
import { SetupError } from '../setup/say.mjs'

/**
 * @param {AsyncIterable<Uint8Array>} bytes
 * @param {string} expected as in package-lock.json: sha512-base64
 * @param {string} name
 */
export async function checkIntegrity(bytes, expected, name) {
  const hash = createHash('sha512')
  for await (const chunk of bytes) hash.update(chunk)
  const actual = `sha512-${hash.digest('base64')}`
  if (actual === expected) return
  throw new SetupError('Electron', `refused ${name}: its integrity is ${actual}, expected ${expected}`)
}
