import { spawn } from 'node:child_process'
import { SetupError } from '../setup/say.mjs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, output: string }} ChildResult */

/**
 * The children that run now: signals.mjs ends them with us.
 * @type {Set<ChildProcess>}
 */
export const children = new Set()

/**
 * Runs a command to its end. Piped output is collected, inherited output is passed through.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { watch?: (child: ChildProcess) => void }} options
 * @returns {Promise<ChildResult>}
 */
export function runChild(command, args, { watch, ...options }) {
  // Windows knows npm only as npm.cmd, which wants a shell.
  const shell = process.platform === 'win32' && !command.endsWith('.exe')
  const child = spawn(command, args, { shell, ...options })
  children.add(child)
  watch?.(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      children.delete(child)
      reject(new SetupError(command, `cannot be started (${error.message})`))
    })
    child.once('close', (code, signal) => {
      children.delete(child)
      resolve({ code, signal, output })
    })
  })
}
