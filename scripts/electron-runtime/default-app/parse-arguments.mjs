/** @typedef {{ action: 'run' | 'version' | 'abi' | 'usage', path: string, modules: string[] }} Arguments */

/**
 * The first argument that is no switch is the app; all after it is the app's own.
 * @param {string[]} args
 * @returns {Arguments}
 */
export function parseArguments(args) {
  /** @type {string[]} */
  const modules = []
  /** @type {Arguments['action']} */
  let action = 'usage'
  for (const [index, arg] of args.entries()) {
    if (isRequire(args[index - 1])) modules.push(arg)
    else if (arg === '-v' || arg === '--version') return { action: 'version', path: '', modules }
    else if (arg === '-a' || arg === '--abi') action = 'abi'
    else {
      const path = readPath(arg)
      if (path !== null) return { action: 'run', path, modules }
    }
  }
  return { action, path: '', modules }
}

/** @param {string | undefined} arg */
function isRequire(arg) {
  return arg === '-r' || arg === '--require'
}

/** @param {string} arg */
function readPath(arg) {
  if (arg.startsWith('--app=')) return arg.slice('--app='.length)
  return arg.startsWith('-') ? null : arg
}
