import path from 'node:path'
import { app } from 'electron'
import { claimProgram, readFolder, runFolder } from './run.ts'

/** The main script of the command `run`: the folder is its only argument. */
function main(): void {
  const directory = process.argv.at(-1) ?? ''
  const managedStorage = app.commandLine.getSwitchValue('managed-storage')
  const options = { directory, ...(managedStorage !== '' && { managedStorage }) }
  const chromeApp = readFolder(options)
  app.setName(chromeApp.name)
  if (!app.commandLine.hasSwitch('user-data-dir'))
    app.setPath(
      'userData',
      path.join(app.getPath('appData'), 'electron-chrome-sockets', chromeApp.manifest.id),
    )
  if (!claimProgram(chromeApp)) return
  void app.whenReady().then(() => runFolder(chromeApp, options))
}

try {
  main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  app.exit(1)
}
