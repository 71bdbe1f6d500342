import type { Session } from 'electron'
import { CreationBudget } from '../creation-budget.ts'
import { giveBackDownloadPath, takeDownloadPath } from './download-path.ts'

/** Chrome has no limit. */
export const downloadLimits = { most: 16, burst: 10, perSecond: 1 }

export interface DownloadHost {
  /** Something happens that keeps the app for a while. */
  readonly noteActivity: () => void
  /** One that is not taken. */
  readonly refused: () => void
}

/** Saves what pages download where the user's downloads are, without a question, as Chrome does. */
export function takeDownloads(session: Session, { noteActivity, refused }: DownloadHost): void {
  const budget = new CreationBudget(downloadLimits)
  session.on('will-download', (event, item) => {
    const isAllowed = budget.take()
    const file = isAllowed ? takeDownloadPath(item.getFilename()) : undefined
    if (file === undefined) {
      event.preventDefault()
      if (isAllowed) budget.giveBack()
      refused()
      return
    }
    item.setSavePath(file)
    noteActivity()
    item.on('updated', noteActivity)
    item.once('done', () => {
      giveBackDownloadPath(file)
      budget.giveBack()
    })
  })
}
