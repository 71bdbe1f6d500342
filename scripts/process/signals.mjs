import { constants } from 'node:os'
import { listDescendants, listMarked, readProcesses } from './process-tree.mjs'
import { children } from './run-child.mjs'

const graceMs = 5000
const parentTickMs = 300

/** @type {NodeJS.Signals | null} */
let caught = null
let deadline = Infinity
/** @type {Set<number>} */
const targets = new Set()

/** The signal that ended us, if one did. */
export function caughtSignal() {
  return caught
}

/** From now on a signal to this process ends the whole tree below it. */
export function endOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => endChildren(signal))
  }
  if (process.env['npm_lifecycle_event'] && process.platform !== 'win32') endWithParent(process.ppid)
}

/**
 * npm passes SIGTERM to the shell it runs a script in, and that shell dies without passing it on.
 * @param {number} parent
 */
function endWithParent(parent) {
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    if (caught === null) endChildren('SIGTERM')
  }, parentTickMs)
  timer.unref()
}

/**
 * Descendants are signalled one by one: some (Playwright's Electron) live in process groups of their own.
 * @param {NodeJS.Signals} signal
 */
function endChildren(signal) {
  const again = caught !== null
  caught = signal
  addTargets()
  if (targets.size === 0) process.exit(128 + constants.signals[signal])
  // Ctrl-C in a terminal has already reached the whole foreground group.
  if (again || signal !== 'SIGINT' || !process.stdin.isTTY) sendToTargets(again ? 'SIGKILL' : signal)
  if (deadline === Infinity) {
    deadline = performance.now() + graceMs
    setTimeout(() => sendToTargets('SIGKILL'), graceMs)
  }
}

/** After a signal: waits until the last of the tree is gone; the children's children may outlive them. */
export async function settleChildren() {
  while (caughtSignal() && performance.now() < deadline + 1000 && hasLivingTargets()) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function hasLivingTargets() {
  addTargets()
  return readProcesses().some(([pid]) => targets.has(pid))
}

function addTargets() {
  const rows = readProcesses()
  for (const { pid } of children) {
    for (const each of pid ? [pid, ...listDescendants(pid, rows)] : []) targets.add(each)
  }
  for (const pid of listMarked()) targets.add(Number(pid))
}

/** @param {NodeJS.Signals} signal */
function sendToTargets(signal) {
  addTargets()
  for (const pid of targets) {
    try {
      process.kill(pid, signal)
    } catch {
      targets.delete(pid) // It has ended meanwhile.
    }
  }
}
