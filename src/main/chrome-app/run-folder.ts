import path from 'node:path'
import { app } from 'electron'
import { listFiles } from './files/listed-files.ts'
import { readFolder, runFolder } from './run.ts'
import { isAppScheme } from './scheme.ts'

const script = /^run-app\.c?js$/

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  app.exit(1)
}

/** The main script of the command `run`: the folder is its first argument, and files of the app follow. */
function main(): void {
  const place = process.argv.findIndex((argument) => script.test(path.basename(argument)))
  const [directory = '', ...files] = process.argv.slice(place + 1)
  const managedStorage = app.commandLine.getSwitchValue('managed-storage')
  const scheme = app.commandLine.getSwitchValue('scheme')
  const options = {
    directory,
    files: listFiles(files),
    ...(isAppScheme(scheme) && { scheme }),
    ...(managedStorage !== '' && { managedStorage }),
  }
  const chromeApp = readFolder(options)
  app.setName(chromeApp.name)
  if (!app.commandLine.hasSwitch('user-data-dir'))
    app.setPath(
      'userData',
      path.join(app.getPath('appData'), 'electron-chrome-sockets', chromeApp.manifest.id),
    )
  runFolder(chromeApp, options).catch(fail)
}

try {
  main()
} catch (error) {
  fail(error)
}
