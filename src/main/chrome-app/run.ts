import path from 'node:path'
import { app as program, session } from 'electron'
import { install } from '../install/install.ts'
import { appPreloadPath } from './app-preload-path.ts'
import { AppHost } from './app-host.ts'
import { noteVersion } from './life/installed-version.ts'
import type { ChromeApp } from './manifest/read-app.ts'
import { readApp } from './manifest/read-app.ts'
import { scheme } from './scheme.ts'
import { createFolderHandler } from './serve/serve-folder.ts'
import type { RunningChromeApp, RunOptions } from './types.ts'

export function readFolder({ directory, id }: RunOptions): ChromeApp {
  const packed = program.isPackaged ? { name: program.getName(), folder: program.getAppPath() } : undefined
  return readApp(path.resolve(directory), id, packed)
}

/** False where another process of this program runs already: that one is told to launch the app once more. */
export function claimProgram(): boolean {
  if (program.requestSingleInstanceLock()) return true
  program.quit()
  return false
}

/** Before the program ends the app has its last moment. */
function endBeforeProgram(host: AppHost): void {
  program.on('before-quit', (event) => {
    if (host.life.isEnding) return
    event.preventDefault()
    void host.life.end().then(() => program.quit())
  })
}

/** To be called when the program is ready. */
export function runFolder(
  app: ChromeApp,
  { directory: _directory, id: _id, ...options }: RunOptions,
): RunningChromeApp {
  const own = session.fromPartition(`persist:chrome-app-${app.id}`)
  own.protocol.handle(scheme, createFolderHandler(app))
  const folder = own.getStoragePath() ?? program.getPath('userData')
  const host = new AppHost(app, own, {
    folder,
    logger: options.logger ?? console,
    sockets: () => sockets.sockets(),
    noteVersion: (version) => noteVersion(folder, version),
    quit: () => program.quit(),
  })
  const sockets = install(
    { ...options, manifest: '', origins: [host.origin], sessions: [own], preload: appPreloadPath },
    { manifest: app, services: host },
  )
  sockets.events.on('closed', () => host.life.keepAlive.check())
  program.on('second-instance', () => host.life.launch('app_launcher'))
  endBeforeProgram(host)
  host.life.start()
  return { id: app.id, sockets, launch: () => host.life.launch('app_launcher') }
}
