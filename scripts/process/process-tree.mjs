import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** @typedef {readonly [pid: number, parent: number]} Row */

/**
 * In the environment of the command it marks all that comes from it, also what has lost its parent.
 * @type {Record<string, string>}
 */
export const mark = { ELECTRON_CHROME_SOCKETS_RUN: randomUUID() }

/** Whether this process comes from another run. */
export const isMarked = Object.keys(mark).some((name) => process.env[name])

/**
 * All that descends from `ancestor`, children before their own children.
 * @param {number} ancestor
 * @param {readonly Row[]} rows
 * @returns {number[]}
 */
export function listDescendants(ancestor, rows) {
  const found = [ancestor]
  for (const pid of found) {
    for (const [child, parent] of rows) if (parent === pid && child !== pid) found.push(child)
  }
  return found.slice(1)
}

/**
 * Every process of this machine with its parent. Windows has no signals to forward, hence no rows.
 * @returns {Row[]}
 */
export function readProcesses() {
  if (process.platform === 'win32') return []
  // Not `ps` on Linux: a minimal Debian has none.
  if (process.platform === 'linux') return listPids().flatMap((pid) => parseStat(readProc(pid, 'stat')))
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n').flatMap(parsePsLine)
}

/** The processes that carry our mark; only Linux tells. */
export function listMarked() {
  if (process.platform !== 'linux') return []
  const entries = Object.entries(mark).map(([name, value]) => `${name}=${value}`)
  return listPids().filter((pid) => entries.some((entry) => readProc(pid, 'environ').includes(entry)))
}

/**
 * "pid (name) state parent ...": the name may hold spaces and parentheses. A zombie has ended.
 * @param {string} stat
 * @returns {Row[]}
 */
export function parseStat(stat) {
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return !parent || state === 'Z' ? [] : [[Number.parseInt(stat, 10), Number(parent)]]
}

/**
 * @param {string} line
 * @returns {Row[]}
 */
function parsePsLine(line) {
  const [pid, parent] = line.trim().split(/\s+/).map(Number)
  return pid && parent ? [[pid, parent]] : []
}

function listPids() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
}

/**
 * @param {string} pid
 * @param {'stat' | 'environ'} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // It has ended meanwhile, or is somebody else's.
  }
}
