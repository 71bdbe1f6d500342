import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './find-electron.ts'
import type { RunCommand } from './parse-command.ts'
import { parseCommand } from './parse-command.ts'
import { usage, UsageError } from './usage.ts'

function explainMissing(faults: readonly string[]): string {
  if (faults.length === 0) return 'There is no Electron here. Install one: npm install --save-dev electron\n'
  return `Electron is installed, and cannot be started.\n${faults.map((fault) => `  ${fault}\n`).join('')}`
}

function nameFile(name: string, file: string | undefined): string[] {
  return file === undefined ? [] : [`--${name}=${path.resolve(file)}`]
}

function startElectron(
  executable: string,
  { directory, electronSwitches, files, managedStorage, scheme, userData }: RunCommand,
): Promise<number> {
  const script = fileURLToPath(new URL('./run-app.js', import.meta.url))
  const args = [
    ...electronSwitches,
    ...nameFile('user-data-dir', userData),
    ...nameFile('managed-storage', managedStorage),
    ...(scheme === undefined ? [] : [`--scheme=${scheme}`]),
    script,
    ...[directory, ...files].map((file) => path.resolve(file)),
  ]
  const child = spawn(executable, args, { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    )
    // Both are sent to the whole terminal group, or to this process alone: the app ends, and then we do.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  })
}

/** Does what the command line says; returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    const command = parseCommand(args)
    if (command === undefined) {
      process.stdout.write(usage)
      return 0
    }
    const found = findElectron([
      process.cwd(),
      command.directory,
      fileURLToPath(new URL('.', import.meta.url)),
    ])
    if ('executable' in found) return await startElectron(found.executable, command)
    process.stderr.write(explainMissing(found.faults))
    return 1
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
}
