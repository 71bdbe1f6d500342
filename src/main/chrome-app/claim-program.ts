import { app as program } from 'electron'
import * as z from 'zod/mini'
import { forgetEnding, markEnding } from './ending-mark.ts'
import { listFiles } from './files/listed-files.ts'
import { KeptFolder } from './kept-folder.ts'
import type { ChromeApp } from './manifest/read-app.ts'
import { askForStart } from './second-start.ts'
import type { RunOptions } from './types.ts'

/** The files that this program was started with: the main script stands before them unless it is packed. */
export function listOwnFiles(): string[] {
  return listFiles(process.argv.slice(program.isPackaged ? 1 : 2))
}

/** The first process tells a second one nothing, but by a file: the names of its apps by their ids. */
const fileName = 'chrome-apps-running.json'
const namesSchema = z.record(z.string(), z.string())
/** The apps of this process: each has its session for itself. */
const running = new Map<string, string>()

/** Where there is no such file the first process is taken for one that runs the app, or ends. */
function explainOther(folder: KeptFolder, id: string): string | undefined {
  const names = folder.read(fileName, namesSchema) ?? { [id]: '' }
  if (Object.hasOwn(names, id)) return undefined
  return (
    `electron-chrome-sockets: another app runs with ${program.getPath('userData')}: ` +
    `${Object.values(names).join(', ')}. End it, or name another folder ("--user-data", app.setPath('userData', ...))`
  )
}

const explainSilence = (): string =>
  `electron-chrome-sockets: a program that does not answer runs with ${program.getPath('userData')} already`

/** The program ends, or is about to: whoever wants its data waits for that, whichever app it runs. */
export function noteEnd(folder: KeptFolder): void {
  folder.remove(fileName)
}

/** It goes on: whoever wants to run another app is told whose data these are. */
export function noteApps(folder: KeptFolder): void {
  folder.replace(fileName, Object.fromEntries(running))
}

/** This process has the program's data, from now to its end. */
function begin(folder: KeptFolder, id: string, name: string): void {
  forgetEnding(folder)
  if (running.size === 0)
    program.once('quit', () => {
      noteEnd(folder)
      markEnding(folder)
    })
  running.set(id, name)
  noteApps(folder)
}

/**
 * What gives up the claim of an app that could not be run; undefined where another process has this program's data. Where
 * that runs the app it is told to launch it once more; where it does not, or does not answer, this one ends with exit code 1.
 *
 * @throws Error for an app that runs in this process already.
 */
export function claimProgram(
  { manifest: { id }, name }: ChromeApp,
  { files = listOwnFiles(), logger = console }: RunOptions,
): (() => void) | undefined {
  if (running.has(id)) throw new Error(`electron-chrome-sockets: the app ${id} runs in this program already`)
  const folder = new KeptFolder(program.getPath('userData'), logger)
  const isOther = (): boolean => explainOther(folder, id) !== undefined
  const outcome = askForStart(folder, {
    chromeAppId: id,
    files,
    isOther,
    begin: () => begin(folder, id, name),
  })
  if (outcome === 'first') return () => void running.delete(id)
  if (outcome === 'launched') program.quit()
  else {
    logger.error(explainOther(folder, id) ?? explainSilence())
    program.exit(1)
  }
  return undefined
}
