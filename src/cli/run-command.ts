import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { awaitEnd } from './await-end.ts'
import { findElectron } from './find-electron.ts'
import type { RunCommand } from './parse-command.ts'
import { parseCommand } from './parse-command.ts'
import { usage, UsageError } from './usage.ts'

function explainMissing(faults: readonly string[]): string {
  if (faults.length === 0) return 'There is no Electron here. Install one: npm install --save-dev electron\n'
  return `Electron is installed, and cannot be started.\n${faults.map((fault) => `  ${fault}\n`).join('')}`
}

function checkPlaces({ directory, files }: RunCommand): void {
  const stats = fs.statSync(directory, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(`There is no '${directory}'.`)
  if (!stats.isDirectory())
    throw new UsageError(`'${directory}' is no folder. What is packed (.crx, .zip) has to be unpacked first.`)
  const missing = files.find((file) => !fs.existsSync(file))
  if (missing !== undefined) throw new UsageError(`There is no '${missing}'.`)
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
  return awaitEnd(spawn(executable, args, { stdio: 'inherit' }))
}

/** Does what the command line says; returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    const command = parseCommand(args)
    if ('answer' in command) {
      process.stdout.write(command.answer)
      return 0
    }
    checkPlaces(command)
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
