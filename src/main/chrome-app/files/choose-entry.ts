import path from 'node:path'
import { app as program, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { isInside } from '../../ipc/origins.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import { askWhether } from '../questions/ask-whether.ts'
import type { QuestionLimit } from '../questions/question-limit.ts'
import type { ChooseOptions } from './dialog-options.ts'
import { describeOpenDialog, describeSaveDialog } from './dialog-options.ts'

/** Chrome asks once more before it gives away everything that a user has. */
async function confirmDirectory(
  window: BrowserWindow,
  { name }: ChromeApp,
  directory: string,
): Promise<boolean> {
  const home = program.getPath('home')
  if (directory !== home && !isInside(directory, home)) return true
  return askWhether(window, {
    type: 'warning',
    no: 'Cancel',
    message: `Give ${name} access to ${directory}?`,
    detail: 'It has all of your own files in it.',
  })
}

async function showDialog(
  window: BrowserWindow,
  app: ChromeApp,
  options: ChooseOptions,
  directory: string,
): Promise<readonly string[]> {
  if (options.type === 'saveFile') {
    const { filePath } = await dialog.showSaveDialog(window, describeSaveDialog(options, directory))
    return filePath === '' ? [] : [filePath]
  }
  const { filePaths } = await dialog.showOpenDialog(window, describeOpenDialog(options, directory))
  const [first] = filePaths
  if (options.type !== 'openDirectory' || first === undefined) return filePaths
  return (await confirmDirectory(window, app, path.resolve(first))) ? filePaths : []
}

/**
 * The paths that the user chooses; none where the user does not want to. The dialog of a window that has gone stays
 * until it is answered, as in Chrome, and gives nothing.
 */
export async function askForPaths(
  window: BrowserWindow,
  app: ChromeApp,
  options: ChooseOptions,
  { directory, limit }: { readonly directory: string; readonly limit: QuestionLimit },
): Promise<readonly string[]> {
  if (window.isDestroyed() || !limit.allows()) return []
  const paths = await showDialog(window, app, options, directory)
  limit.noteAnswer(paths.length > 0)
  return window.isDestroyed() ? [] : paths
}
