import { app as program, session } from 'electron'
import { install } from '../install/install.ts'
import { getHost, resolveInApp } from '../install/manifest-option.ts'
import { findPreload } from '../install/preload-path.ts'
import { appPreloadText } from './app-preload-text.ts'
import { AppHost } from './app-host.ts'
import { noteVersion } from './life/installed-version.ts'
import type { ChromeApp } from './manifest/read-app.ts'
import { readApp } from './manifest/read-app.ts'
import { scheme } from './scheme.ts'
import { createFolderHandler } from './serve/serve-folder.ts'
import type { RunningChromeApp, RunOptions } from './types.ts'

export function readFolder({ directory, id }: RunOptions): ChromeApp {
  return readApp(resolveInApp(directory), getHost(), id)
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
  const own = session.fromPartition(`persist:chrome-app-${app.manifest.id}`)
  own.protocol.handle(scheme, createFolderHandler(app))
  const folder = own.getStoragePath() ?? program.getPath('userData')
  const host = new AppHost(app, own, {
    folder,
    logger: options.logger ?? console,
    sockets: () => sockets.sockets(),
    noteVersion: (version) => noteVersion(folder, version),
    quit: () => program.quit(),
  })
  const preload = findPreload({ name: 'app-preload', text: appPreloadText })
  const sockets = install(
    { ...options, manifest: '', origins: [host.origin], sessions: [own], preload },
    { manifest: app.manifest, services: host },
  )
  sockets.events.on('closed', () => host.life.keepAlive.check())
  program.on('second-instance', () => host.life.launch('app_launcher'))
  endBeforeProgram(host)
  host.life.start()
  return { id: app.manifest.id, sockets, launch: () => host.life.launch('app_launcher') }
}
