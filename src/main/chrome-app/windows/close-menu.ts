import { Menu } from 'electron'
import type { BrowserWindow } from 'electron'

/**
 * In place of Electron's menu, whose keys reload and zoom. A menu is what hears keys after the page, which can keep its
 * window by `preventDefault()`; macOS has the menu of the program.
 */
export function setCloseMenu(window: BrowserWindow): void {
  if (process.platform === 'darwin') return
  const keys = ['CommandOrControl+W', 'CommandOrControl+Shift+W']
  const submenu = keys.map((accelerator) => ({ role: 'close', accelerator }) as const)
  // A menu that hides by itself takes no room; one that does not any more is not shown by the Alt key.
  window.setAutoHideMenuBar(true)
  window.setMenu(Menu.buildFromTemplate([{ role: 'window', submenu }]))
  window.setAutoHideMenuBar(false)
}
