import { app, BrowserWindow } from 'electron'

// As the template has it; the plugin defines what is written in capitals.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload: MAIN_WINDOW_PRELOAD_WEBPACK_ENTRY },
  })
  return window.loadURL(MAIN_WINDOW_WEBPACK_ENTRY)
})
