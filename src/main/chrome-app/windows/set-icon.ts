import { nativeImage } from 'electron'
import type { BrowserWindow } from 'electron'
import { findFile } from '../serve/find-file.ts'

/** The icon is a file of the app; what is none, or no picture, changes nothing. */
export async function setIcon(window: BrowserWindow, folder: string, url: string): Promise<void> {
  const file = await findFile(folder, new URL(url, 'file:///').pathname)
  if (file === undefined || window.isDestroyed() || process.platform === 'darwin') return
  const icon = nativeImage.createFromPath(file)
  if (!icon.isEmpty()) window.setIcon(icon)
}
