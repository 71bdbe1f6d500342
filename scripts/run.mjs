#!/usr/bin/env node
// node scripts/run.mjs [--no-system] [NPM-SCRIPT[+NPM-SCRIPT...]...] [-- COMMAND ARGS...]: makes sure that everything is
// there, then runs the npm scripts and COMMAND, one after the other (those with a + between them side by side), as long as
// they succeed.
// Only Node's own modules may be imported statically here and below: node_modules may not exist yet.
import { constants } from 'node:os'
import { cleanUp } from './process/clean-up.mjs'
import { isMarked, mark } from './process/process-tree.mjs'
import { runChild } from './process/run-child.mjs'
import { caughtSignal, endOnSignals, settleChildren } from './process/signals.mjs'
import { parseCommandLine } from './setup/command-line.mjs'
import { openDisplay } from './setup/display.mjs'
import { computeEnvironment, describeHost } from './setup/environment.mjs'
import { npmCommand } from './setup/npm-command.mjs'
import { prepare } from './setup/prepare.mjs'
import { say, SetupError } from './setup/say.mjs'

const root = new URL('..', import.meta.url)

/** @param {string[]} argv */
async function run(argv) {
  const { scripts, commands, noSystem } = parseCommandLine(argv, process.env)
  const host = describeHost({ noSystem })
  // Else npm could replace node_modules under the run above, which has seen to it that all is there.
  if (!isMarked) await prepare(root, host)
  const sideBySide = scripts.map((names) =>
    names.split('+').map((name) => npmCommand(['run', '--silent', name])),
  )
  const steps = [...sideBySide, ...commands.map((command) => [command])]
  if (steps.length === 0) return 0
  const env = { ...computeEnvironment(host, { root, display: await openDisplay(host) }), ...mark }
  for (const step of steps) {
    const results = await Promise.all(
      step.map(({ command, args }) => runChild(command, args, { env, stdio: 'inherit' })),
    )
    const { code, signal } = results.find((result) => result.code !== 0) ?? { code: 0, signal: null }
    if (code !== 0 || caughtSignal()) return code ?? codeOfSignal(signal)
  }
  return 0
}

/** @param {unknown} error */
function report(error) {
  if (caughtSignal()) return 1
  if (!(error instanceof SetupError)) throw error
  say(error.topic, error.message)
  return 1
}

/** @param {NodeJS.Signals | null} signal */
function codeOfSignal(signal) {
  return signal === null ? 1 : 128 + constants.signals[signal]
}

endOnSignals()
const code = await run(process.argv.slice(2)).catch(report)
await settleChildren()
cleanUp()
const signal = caughtSignal()
process.exit(signal ? codeOfSignal(signal) : code)
