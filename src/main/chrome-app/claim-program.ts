import { app as program } from 'electron'
import * as z from 'zod/mini'
import { listFiles } from './files/listed-files.ts'
import { KeptFolder } from './kept-folder.ts'
import type { ChromeApp } from './manifest/read-app.ts'
import type { RunOptions } from './types.ts'

/** The files that this program was started with: the main script stands before them unless it is packed. */
export function listOwnFiles(): string[] {
  return listFiles(process.argv.slice(program.isPackaged ? 1 : 2))
}

/** What a second process tells the first: which of its apps it wanted to run, and with which files. */
const startSchema = z.object({ chromeAppId: z.string(), files: z.array(z.string()) })

/** The first process tells a second one nothing, but by a file: the names of its apps by their ids. */
const fileName = 'chrome-apps-running.json'
const namesSchema = z.record(z.string(), z.string())
const running: z.output<typeof namesSchema> = {}

/** Where there is no such file the first process is taken for one that runs the app. */
function explainOther(folder: KeptFolder, id: string): string | undefined {
  const names = folder.read(fileName, namesSchema) ?? { [id]: '' }
  if (Object.hasOwn(names, id)) return undefined
  return (
    `electron-chrome-sockets: another app runs with ${program.getPath('userData')}: ` +
    `${Object.values(names).join(', ')}. End it, or name another folder ("--user-data", app.setPath('userData', ...))`
  )
}

/**
 * False where another process has this program's data. Where it runs the app it is told to launch it once more; where it
 * does not this one ends with exit code 1.
 */
export function claimProgram(
  { manifest: { id }, name }: ChromeApp,
  { files = listOwnFiles(), logger = console }: RunOptions,
): boolean {
  const start: z.output<typeof startSchema> = { chromeAppId: id, files: [...files] }
  const folder = new KeptFolder(program.getPath('userData'), logger)
  if (program.requestSingleInstanceLock(start)) {
    running[id] = name
    folder.replace(fileName, running)
    return true
  }
  const complaint = explainOther(folder, id)
  if (complaint === undefined) program.quit()
  else {
    logger.error(complaint)
    program.exit(1)
  }
  return false
}

/** Hears of each second process that wanted to run the app. */
export function hearStarts(id: string, launch: (files: readonly string[]) => void): void {
  program.on('second-instance', (_event, _argv, _folder, start) => {
    const { data } = startSchema.safeParse(start)
    if (data?.chromeAppId === id) launch(data.files)
  })
}
