import { randomUUID } from 'node:crypto'
import { app as program } from 'electron'
import * as z from 'zod/mini'
import { isEnding } from './ending-mark.ts'
import type { KeptFolder } from './kept-folder.ts'
import { doInTurn, wait } from './start-turn.ts'

/** What a second process tells the first: which of its apps it wanted to run, with which files, and who it is. */
const startSchema = z.object({ chromeAppId: z.string(), files: z.array(z.string()), ticket: z.string() })

/** The first process tells a second one nothing, but by files: here the tickets of those whose app it has launched. */
const fileName = 'chrome-apps-launched.json'
const ticketsSchema = z.array(z.string())
const maxTickets = 100

/** Milliseconds: how often a second process looks for its answer, and asks again. */
const lookTime = 10
const askTime = 250
/** Longer than the apps of a program take to end. */
const patience = 30_000

/** This process has the program's data; another has launched the app, runs something else, or does not answer. */
export type StartOutcome = 'first' | 'launched' | 'other' | 'unanswered'

export interface Start {
  readonly chromeAppId: string
  readonly files: readonly string[]
  /** Whether the process that has the data runs something else. */
  readonly isOther: () => boolean
  /** This one has the data: it is called before another asks. */
  readonly begin: () => void
}

function isLaunched(folder: KeptFolder, ticket: string): boolean {
  for (let waited = 0; waited < askTime; waited += lookTime) {
    if (folder.read(fileName, ticketsSchema)?.includes(ticket) === true) return true
    wait(lookTime)
  }
  return false
}

/**
 * Asks for this program's data. A process that has them launches the app once more; for one that ends, or is not so far
 * yet, this one waits, without a turn of the event loop: a program that is not the first never becomes ready.
 */
export function askForStart(folder: KeptFolder, { begin, chromeAppId, files, isOther }: Start): StartOutcome {
  const start: z.output<typeof startSchema> = { chromeAppId, files: [...files], ticket: randomUUID() }
  const ask = (): boolean => {
    if (isEnding(folder) || !program.requestSingleInstanceLock(start)) return false
    if (isEnding(folder)) {
      // It may have taken this lock for its own, and taken it away.
      program.releaseSingleInstanceLock()
      return false
    }
    begin()
    return true
  }
  const end = performance.now() + patience
  do {
    if (doInTurn(folder.directory, ask)) return 'first'
    if (isLaunched(folder, start.ticket)) return 'launched'
    if (isOther()) return 'other'
  } while (performance.now() < end)
  return 'unanswered'
}

/** Hears of each second process that wanted to run an app; `launch` says whether it has been launched. */
export function hearStarts(
  folder: KeptFolder,
  launch: (id: string, files: readonly string[]) => boolean,
): void {
  let launched: string[] = []
  program.on('second-instance', (_event, _argv, _folder, start) => {
    const { data } = startSchema.safeParse(start)
    // Who is not answered yet asks again.
    if (data === undefined || launched.includes(data.ticket)) return
    if (!launch(data.chromeAppId, data.files)) return
    launched = [...launched, data.ticket].slice(-maxTickets)
    folder.replace(fileName, launched)
  })
}
