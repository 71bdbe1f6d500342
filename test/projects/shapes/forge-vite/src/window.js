import path from 'node:path'
import { app, BrowserWindow } from 'electron'

// As the template has it; the plugin defines what is written in capitals.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload: path.join(__dirname, 'preload.js') },
  })
  if (MAIN_WINDOW_VITE_DEV_SERVER_URL) return window.loadURL(MAIN_WINDOW_VITE_DEV_SERVER_URL)
  return window.loadFile(path.join(__dirname, `../renderer/${MAIN_WINDOW_VITE_NAME}/index.html`))
})
