export const usage = `Usage: electron-chrome-sockets run DIR [--user-data DIR] [-- ELECTRON-SWITCHES]

  run DIR            runs the Chrome App of a folder, with the Electron of your project
  --user-data DIR    where the app keeps what it stores (default: a place of its own)
  --                 what follows goes to Electron: -- --no-sandbox --remote-debugging-port=9222
`

/** A command line that cannot be read. */
export class UsageError extends Error {}
