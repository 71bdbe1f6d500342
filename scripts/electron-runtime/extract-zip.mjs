import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Extracts the files that `place` gives a path to.
 * @param {string} archive
 * @param {string} folder
 * @param {(entry: string) => string | null} place
 */
export async function extractZip(archive, folder, place) {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const path = place(entry.fileName)
    if (path !== null) await extractEntry(zip, entry, join(folder, path))
  }
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} path
 */
async function extractEntry(zip, entry, path) {
  mkdirSync(dirname(path), { recursive: true })
  const mode = (entry.externalFileAttributes >>> 16) & 0o777
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode }))
}
