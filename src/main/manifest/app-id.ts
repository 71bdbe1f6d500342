import path from 'node:path'
import { loadCrypto } from './load-crypto.ts'

/** 32 letters from a to p: the first half of a hash (Chromium: components/crx_file/id_util.cc). */
function hashToId(source: string | Buffer): string {
  const digits = loadCrypto().createHash('sha256').update(source).digest('hex').slice(0, 32)
  return digits.replaceAll(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}

/** A key as it stands in a manifest, without the lines of a PEM file around it. */
function readKey(key: string): string {
  const pem = /^-----BEGIN [A-Z ]+-----([\s\S]*)-----END [A-Z ]+-----\s*$/.exec(key)
  return pem === null ? key : (pem[1] ?? '').replaceAll(/\s/g, '')
}

export const badKey = "Value 'key' is missing or invalid."

/** Base64 of a public key, bare or between the lines of a PEM file. */
export function isKey(text: string): boolean {
  const bare = readKey(text)
  return bare !== '' && bare.length % 4 === 0 && /^[\w+/-]+={0,2}$/.test(bare)
}

/** The same key, bare and in the usual letters. */
export function writeKey(key: string): string {
  return Buffer.from(readKey(key), 'base64').toString('base64')
}

/** The id that an app has wherever it is installed: of its public key, the manifest's `key`. */
export function idOfKey(key: string): string {
  return hashToId(Buffer.from(readKey(key), 'base64'))
}

/** The id of an app that has neither key nor folder: of its name and of what else tells it from others. */
export function idOfName(name: string, others: readonly string[]): string {
  return hashToId([name, ...others].join('\0'))
}

/** The program that runs the app. */
export interface Program {
  readonly name: string
  /** Where the program's own files lie if it is packed; they lie elsewhere on each machine. */
  readonly places: readonly string[]
}

/**
 * What stands for the key of an app that has none, from which Chrome makes the id of an unpacked one: the path of its
 * folder, a real one. A packed program lies elsewhere on each machine, and an AppImage at each start: there it is the
 * program's name and the folder's place in it.
 */
function findSource(folder: string, { name, places }: Program): string | Buffer {
  for (const [index, place] of places.entries()) {
    const relative = path.relative(place, folder)
    const isInside = relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
    if (isInside) return [name, index, ...relative.split(path.sep)].join('\0')
  }
  return toChromePath(folder)
}

/** The key whose id is that of a folder's app without one. */
export function keyOfFolder(folder: string, program: Program): string {
  return Buffer.from(findSource(folder, program)).toString('base64')
}

export function idOfFolder(folder: string, program: Program): string {
  return idOfKey(keyOfFolder(folder, program))
}

/** Chrome hashes the characters as they lie in memory; on Windows these are UTF-16, the drive's letter is large. */
function toChromePath(folder: string): string | Buffer {
  if (process.platform !== 'win32') return folder
  return Buffer.from(
    folder.replace(/^[a-z](?=:)/, (drive) => drive.toUpperCase()),
    'utf16le',
  )
}
