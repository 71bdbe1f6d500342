import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { realFs } from './real-fs.ts'

/** Files that a program is started with, at most: the rest is passed over. */
const maxFiles = 256

/** A desktop may write a path as an address. */
function toPath(argument: string): string | undefined {
  try {
    return argument.startsWith('file:') ? fileURLToPath(argument) : argument
  } catch {
    return undefined
  }
}

/** The files among arguments of a command line: what is no switch, and lies there. Paths become absolute. */
export function listFiles(args: readonly string[]): string[] {
  return args
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map(toPath)
    .filter((file) => file !== undefined)
    .map((file) => path.resolve(file))
    .filter((file) => realFs.existsSync(file))
    .slice(0, maxFiles)
}
