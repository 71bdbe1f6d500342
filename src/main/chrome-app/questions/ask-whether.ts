import { dialog } from 'electron'
import type { BrowserWindow, MessageBoxOptions } from 'electron'

/** What the user is asked, and the word for no. */
export type Question = Pick<MessageBoxOptions, 'detail' | 'message' | 'type'> & { readonly no: string }

/** Who asks: its window, which the background page has not, and a signal when it goes. */
export interface Asker {
  readonly window: BrowserWindow | undefined
  readonly end: AbortSignal
}

export const hasGone = ({ end, window }: Asker): boolean => end.aborted || window?.isDestroyed() === true

/** Whether the user allows it. Electron leaves the box of who has gone: here it goes along, and means no. */
export async function askWhether(asker: Asker, { no, ...question }: Question): Promise<boolean> {
  if (hasGone(asker)) return false
  const { end: signal, window } = asker
  const options = { ...question, buttons: [no, 'Allow'], defaultId: 0, cancelId: 0, signal }
  const box = window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options)
  return (await box).response === 1 && !hasGone(asker)
}
