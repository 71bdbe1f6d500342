import { nativeImage } from 'electron'
import type { BrowserWindow } from 'electron'
import { readAddress } from '../read-address.ts'
import { findFile } from '../serve/find-file.ts'

/** Windows whose icon is looked for, and which is to be looked for next. */
const underWay = new WeakMap<BrowserWindow, { next: string | undefined }>()

async function showIcon(window: BrowserWindow, folder: string, url: string): Promise<void> {
  const address = readAddress(url, 'file:///')
  const file = address && (await findFile(folder, address.pathname))
  if (file === undefined || window.isDestroyed() || process.platform === 'darwin') return
  const icon = nativeImage.createFromPath(file)
  if (!icon.isEmpty()) window.setIcon(icon)
}

/**
 * The icon is a file of the app; what is none, or no picture, changes nothing. While one is looked for, of those that are
 * asked for meanwhile the last one counts.
 */
export async function setIcon(window: BrowserWindow, folder: string, url: string): Promise<void> {
  const running = underWay.get(window)
  if (running !== undefined) return void (running.next = url)
  const state: { next: string | undefined } = { next: url }
  underWay.set(window, state)
  for (let wanted = state.next; wanted !== undefined; wanted = state.next) {
    state.next = undefined
    await showIcon(window, folder, wanted)
  }
  underWay.delete(window)
}
