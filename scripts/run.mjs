#!/usr/bin/env node
// node scripts/run.mjs [-- COMMAND ARGS...]: makes sure that everything is there, then runs COMMAND.
// Only Node's own modules may be imported statically here and below: node_modules may not exist yet.
import { constants } from 'node:os'
import { cleanUp } from './process/clean-up.mjs'
import { mark } from './process/process-tree.mjs'
import { runChild } from './process/run-child.mjs'
import { caughtSignal, endOnSignals, settleChildren } from './process/signals.mjs'
import { startDisplay } from './setup/display.mjs'
import { computeEnvironment, describeHost, needsDisplay } from './setup/environment.mjs'
import { prepare } from './setup/prepare.mjs'
import { say, SetupError } from './setup/say.mjs'

const root = new URL('..', import.meta.url)

/** @param {string[]} args */
async function run(args) {
  const [command, ...rest] = args[0] === '--' ? args.slice(1) : args
  const host = describeHost()
  const { runtime } = await prepare(root, host)
  if (command === undefined) return 0
  const display = needsDisplay(host) ? await startDisplay(host.env) : null
  const env = computeEnvironment(host, { root, runtime, display })
  const { code, signal } = await runChild(command, rest, { env: { ...env, ...mark }, stdio: 'inherit' })
  return code ?? codeOfSignal(signal)
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
