import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { awaitEnd } from './await-end.ts'
import { explainEnd } from './explain-end.ts'
import { findElectron } from './find-electron.ts'
import type { RunCommand } from './parse-command.ts'
import { parseCommand } from './parse-command.ts'
import { UsageError } from './usage.ts'

function explainMissing(faults: readonly string[]): string {
  if (faults.length === 0) return 'There is no Electron here. Install one: npm install --save-dev electron\n'
  return `Electron is installed, and cannot be started.\n${faults.map((fault) => `  ${fault}\n`).join('')}`
}

const absent: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR'])

function explainPlace(place: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return absent.has(code) ? `There is no '${place}'.` : `'${place}' cannot be looked at: ${String(code)}.`
}

function look(place: string): fs.Stats {
  try {
    return fs.statSync(place)
  } catch (error) {
    throw new UsageError(explainPlace(place, error))
  }
}

/** Electron says nothing of a folder that cannot be, and keeps what the app stores in another one. */
function makeUserData(userData: string): void {
  try {
    if (userData === '') throw new Error('it has no name')
    fs.mkdirSync(userData, { recursive: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(`--user-data: '${userData}' cannot be a folder: ${code ?? message}.`)
  }
}

function checkPlaces({ directory, files, userData }: RunCommand): void {
  if (!look(directory).isDirectory())
    throw new UsageError(`'${directory}' is no folder. What is packed (.crx, .zip) has to be unpacked first.`)
  for (const file of files) look(file)
  if (userData !== undefined) makeUserData(userData)
}

function nameFile(name: string, file: string | undefined): string[] {
  return file === undefined ? [] : [`--${name}=${path.resolve(file)}`]
}

async function startElectron(
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
  const code = await awaitEnd(spawn(executable, args, { stdio: 'inherit' }))
  const { env, platform } = process
  const circumstances = { env, platform, switches: electronSwitches, userId: process.getuid?.() }
  process.stderr.write(explainEnd(code, circumstances))
  return code
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
    process.stderr.write(`${error.message}\nTo see how it is used: electron-chrome-sockets --help\n`)
    return 2
  }
}
