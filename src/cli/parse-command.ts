import { parseArgs } from 'node:util'
import { packageVersion } from '../renderer-types/package-version.ts'
import { usage, UsageError } from './usage.ts'

export interface RunCommand {
  readonly directory: string
  /** What the app is launched with. */
  readonly files: readonly string[]
  readonly userData: string | undefined
  readonly managedStorage: string | undefined
  readonly scheme: string | undefined
  readonly electronSwitches: readonly string[]
}

/** What is printed, and nothing is run. */
export interface Answer {
  readonly answer: string
}

const options = {
  'managed-storage': { type: 'string' },
  scheme: { type: 'string' },
  'user-data': { type: 'string' },
} as const

const schemes: ReadonlySet<string> = new Set(['chrome-app', 'chrome-extension'])

/** Node's own advice is to put after `--` what is not known: here that goes to Electron. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [fault, advice] = error.message.split('. ')
  return advice === undefined ? error.message : `${fault}. What is for Electron stands after "--".`
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(explain(error))
  }
}

/** Throws a {@link UsageError}. */
export function parseCommand(args: readonly string[]): RunCommand | Answer {
  const end = args.includes('--') ? args.indexOf('--') : args.length
  const own = args.slice(0, end)
  if (own.length === 0 || own.includes('--help') || own.includes('-h')) return { answer: usage }
  if (own.includes('--version')) return { answer: `${packageVersion}\n` }
  const { positionals, values } = parse(own)
  const { scheme } = values
  const [command, directory, ...files] = positionals
  if (command !== 'run') throw new UsageError(`There is no command '${command ?? ''}'.`)
  if (directory === undefined) throw new UsageError('"run" takes a folder.')
  if (scheme !== undefined && !schemes.has(scheme))
    throw new UsageError(`--scheme is ${[...schemes].join(' or ')}, not '${scheme}'.`)
  return {
    directory,
    files,
    userData: values['user-data'],
    managedStorage: values['managed-storage'],
    scheme,
    electronSwitches: args.slice(end + 1),
  }
}
