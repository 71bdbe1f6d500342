import path from 'node:path'
import { app as program, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { isInside } from '../../ipc/origins.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import type { Asker } from '../questions/ask-whether.ts'
import { askWhether, hasGone } from '../questions/ask-whether.ts'
import type { QuestionLimit } from '../questions/question-limit.ts'
import type { ChooseOptions } from './dialog-options.ts'
import { describeOpenDialog, describeSaveDialog } from './dialog-options.ts'

/** Nobody but a page in a window asks for files. */
export type FileAsker = Asker & { readonly window: BrowserWindow }

/** Chrome asks once more before it gives away everything that a user has. */
async function confirmDirectory(asker: FileAsker, { name }: ChromeApp, directory: string): Promise<boolean> {
  const home = program.getPath('home')
  if (directory !== home && !isInside(directory, home)) return true
  return askWhether(asker, {
    type: 'warning',
    no: 'Cancel',
    message: `Give ${name} access to ${directory}?`,
    detail: 'It has all of your own files in it.',
  })
}

async function showDialog(
  asker: FileAsker,
  app: ChromeApp,
  options: ChooseOptions,
  directory: string,
): Promise<readonly string[]> {
  const { window } = asker
  if (options.type === 'saveFile') {
    const { filePath } = await dialog.showSaveDialog(window, describeSaveDialog(options, directory))
    return filePath === '' ? [] : [filePath]
  }
  const { filePaths } = await dialog.showOpenDialog(window, describeOpenDialog(options, directory))
  const [first] = filePaths
  if (options.type !== 'openDirectory' || first === undefined) return filePaths
  return (await confirmDirectory(asker, app, path.resolve(first))) ? filePaths : []
}

/**
 * The paths that the user chooses; none where the user does not want to. The dialog of a page that has gone stays
 * until it is answered, as in Chrome, and gives nothing.
 */
export async function askForPaths(
  asker: FileAsker,
  app: ChromeApp,
  options: ChooseOptions,
  { directory, limit }: { readonly directory: string; readonly limit: QuestionLimit },
): Promise<readonly string[]> {
  if (hasGone(asker) || !limit.allows()) return []
  const paths = await showDialog(asker, app, options, directory)
  limit.noteAnswer(paths.length > 0)
  return hasGone(asker) ? [] : paths
}
