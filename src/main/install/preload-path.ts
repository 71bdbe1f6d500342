import fs from 'node:fs'
import nodeModule from 'node:module'
import path from 'node:path'
import { app } from 'electron'
import { loadCrypto } from '../manifest/load-crypto.ts'
import { preloadText } from './preload-text.ts'

/** A preload script of this package. */
interface PreloadScript {
  readonly text: string
  /** What the package exports it as. */
  readonly name: string
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * As the app itself would find it: where this module lies says nothing once a bundler has put it elsewhere, and
 * webpack has the address of the module on the machine that built the program.
 */
function resolveInDependencies(name: string): string | undefined {
  try {
    // Not as a named import: webpack takes what that resolves for a module of its own.
    const { resolve } = nodeModule.createRequire(path.join(app.getAppPath(), 'package.json'))
    return resolve(`electron-chrome-sockets/${name}`)
  } catch {
    return undefined
  }
}

/** Where it nearly always is: to have Node resolve it takes a millisecond of the app's start. */
const guessPlace = (name: string): string =>
  path.join(app.getAppPath(), 'node_modules', 'electron-chrome-sockets', 'dist', `${name}.cjs`)

/** Written as a whole or not at all: two programs with the same data folder may start at the same time. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${loadCrypto().randomUUID()}`
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  try {
    fs.writeFileSync(draft, text, { flag: 'wx', mode: 0o600 })
    fs.renameSync(draft, file)
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

/** SHA-256 in hexadecimal. */
export const hashText = (text: string): string => loadCrypto().createHash('sha256').update(text).digest('hex')

/** The script as a file of the app's data, which belongs to its user; one for each version. */
export function unpackPreload({ name, text }: PreloadScript): string {
  const version = hashText(text).slice(0, 16)
  const file = path.join(app.getPath('userData'), 'electron-chrome-sockets', `${name}-${version}.cjs`)
  if (readText(file) === text) return file
  try {
    writeWhole(file, text)
    return file
  } catch (error) {
    throw new Error(
      `electron-chrome-sockets: the preload script is not in the app's node_modules and cannot be written to ${file}. ` +
        'Keep "electron-chrome-sockets" external in your bundler, or pass the path of its dist/preload.cjs as option "preload".',
      { cause: error },
    )
  }
}

/** The script that the app's dependencies have, if it is that of this very version. */
export function findInstalledPreload(name: string, isOwn: (text: string) => boolean): string | undefined {
  for (const find of [guessPlace, resolveInDependencies]) {
    const file = find(name)
    const text = file === undefined ? undefined : readText(file)
    if (text !== undefined && isOwn(text)) return file
  }
  return undefined
}

/** The preload script of this very version, as a file. Throws an Error that says what to do. */
export function findPreload(): string {
  const script = { name: 'preload', text: preloadText }
  return findInstalledPreload(script.name, (text) => text === preloadText) ?? unpackPreload(script)
}
