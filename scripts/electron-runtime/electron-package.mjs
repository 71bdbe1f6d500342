// npm's `electron` package: its path.txt says which program `electron` is, as seen from its folder dist.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isExecutable } from '../setup/find-program.mjs'

/** @param {URL} root */
export function electronFolder(root) {
  return fileURLToPath(new URL('node_modules/electron', root))
}

/** @param {URL} root */
export function readVersion(root) {
  return String(JSON.parse(readFileSync(join(electronFolder(root), 'package.json'), 'utf8')).version)
}

/**
 * The Electron that the package has downloaded, if it has: the same test as its install.js.
 * @param {URL} root
 * @returns {string | null} the executable
 */
export function findOfficial(root) {
  const dist = join(electronFolder(root), 'dist')
  const path = readPath(root)
  if (path === null || isElsewhere(path)) return null
  try {
    const unpacked = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return unpacked === readVersion(root) && isExecutable(join(dist, path)) ? join(dist, path) : null
  } catch {
    return null
  }
}

/**
 * From now on `electron` is this program. The official download writes path.txt anew, hence takes over.
 * @param {URL} root
 * @param {string} executable
 */
export function pointTo(root, executable) {
  const path = relative(join(electronFolder(root), 'dist'), executable)
  if (readPath(root) === path) return
  // By a rename: other processes read it meanwhile.
  const temporary = `${pathFile(root)}.${process.pid}`
  writeFileSync(temporary, path)
  renameSync(temporary, pathFile(root))
}

/**
 * The package joins path.txt to ELECTRON_OVERRIDE_DIST_PATH: ours would lead astray.
 * @param {URL} root
 */
export function pointNowhereElse(root) {
  if (isElsewhere(readPath(root) ?? '')) rmSync(pathFile(root))
}

/** @param {string} path */
function isElsewhere(path) {
  return path.startsWith('..')
}

/** @param {URL} root */
function readPath(root) {
  try {
    return readFileSync(pathFile(root), 'utf8')
  } catch {
    return null
  }
}

/** @param {URL} root */
function pathFile(root) {
  return join(electronFolder(root), 'path.txt')
}
