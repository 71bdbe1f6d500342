import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DownloadItem } from 'electron'
import { CreationBudget } from '../creation-budget.ts'
import { giveBackDownloadPath, takeDownloadPath } from '../pages/download-path.ts'
import { downloadLimits } from '../pages/take-downloads.ts'
import { cutText } from './cut-text.ts'
import type { Guest } from './guest.ts'

/** Undefined where there is no room. */
function makeFolder(): string | undefined {
  try {
    return fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-download-'))
  } catch {
    return undefined
  }
}

async function move(file: string, target: string): Promise<void> {
  try {
    await fs.promises.rename(file, target)
  } catch {
    // It may be on another disk.
    await fs.promises.copyFile(file, target, fs.constants.COPYFILE_EXCL)
  }
}

/** The page of a guest says so. */
const isAllowed = ({ questions }: Guest, item: DownloadItem): Promise<boolean> =>
  new Promise((resolve) => {
    const requestInfo = { url: cutText(item.getURL()) }
    questions.ask('permissionrequest', { permission: 'download', requestInfo }, resolve)
  })

/** What guests download, if their page allows it. Until it is there it is in a folder of its own: what is small comes at once. */
export class GuestDownloads {
  readonly #budget = new CreationBudget(downloadLimits)

  /** False for one that is not to be. */
  begin(item: DownloadItem, guest: Guest | undefined): boolean {
    if (guest === undefined || !this.#budget.take()) return false
    const folder = makeFolder()
    if (folder === undefined) {
      this.#budget.giveBack()
      return false
    }
    const file = path.join(folder, 'file')
    // Without a path Electron would ask the user.
    item.setSavePath(file)
    item.pause()
    void this.#finish(item, file, guest)
      .catch(() => item.cancel())
      .then(() => fs.promises.rm(folder, { recursive: true, force: true }))
      .catch(() => {})
      .finally(() => this.#budget.giveBack())
    return true
  }

  async #finish(item: DownloadItem, file: string, guest: Guest): Promise<void> {
    const ended = new Promise<string>((resolve) => {
      item.once('done', (_event, state) => resolve(state))
    })
    if (!(await isAllowed(guest, item))) return item.cancel()
    item.resume()
    const state = await ended
    const target = state === 'completed' ? takeDownloadPath(item.getFilename()) : undefined
    if (target === undefined) return
    await move(file, target).finally(() => giveBackDownloadPath(target))
  }
}
