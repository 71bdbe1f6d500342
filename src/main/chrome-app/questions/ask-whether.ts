import { dialog } from 'electron'
import type { BrowserWindow, MessageBoxOptions } from 'electron'

/** What the user is asked, and the word for no. */
export type Question = Pick<MessageBoxOptions, 'detail' | 'message' | 'type'> & { readonly no: string }

/** Whether the user allows it. Electron leaves the box of a window that has gone: here it goes along, and means no. */
export async function askWhether(
  window: BrowserWindow | undefined,
  { no, ...question }: Question,
): Promise<boolean> {
  const options = { ...question, buttons: [no, 'Allow'], defaultId: 0, cancelId: 0 }
  if (window === undefined) return (await dialog.showMessageBox(options)).response === 1
  if (window.isDestroyed()) return false
  const end = new AbortController()
  const abort = (): void => end.abort()
  window.once('closed', abort)
  const { response } = await dialog.showMessageBox(window, { ...options, signal: end.signal })
  window.off('closed', abort)
  return response === 1 && !end.signal.aborted
}
