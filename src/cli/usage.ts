export const usage = `Usage: electron-chrome-sockets run DIR [FILE...] [--user-data DIR] [--managed-storage FILE] [--scheme SCHEME]
                                   [-- ELECTRON-SWITCHES]

  run DIR                  runs the Chrome App of a folder, with the Electron of your project
  FILE                     is opened, where the app's file_handlers take it
  --user-data DIR          where the app keeps what it stores (default: a place of its own)
  --managed-storage FILE   a JSON file: what chrome.storage.managed has (default: nothing)
  --scheme SCHEME          chrome-extension: the app's addresses are as in Chrome (default: chrome-app)
  --version                prints the version of electron-chrome-sockets
  --                       what follows goes to Electron: -- --no-sandbox --remote-debugging-port=9222
`

/** A command line that cannot be read. */
export class UsageError extends Error {}
