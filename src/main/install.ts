import { app } from 'electron'
import { Registry } from './apps/registry.ts'
import type { Installation } from './apps/registry.ts'
import { Scope } from './apps/scope.ts'
import { Gate } from './ipc/gate.ts'
import { startTransport } from './ipc/transport.ts'
import type { ChromeSockets, InstallOptions } from './index.ts'
import type { Settings } from './options.ts'
import { readOptions } from './options.ts'
import { refuseLateInstall, registerPreload } from './session-preload.ts'

const registry = new Registry()
let stopTransport: (() => void) | undefined

function addInstallation(installation: Installation, { logger }: Settings): void {
  registry.add(installation)
  stopTransport ??= startTransport(new Gate(registry, logger))
}

function removeInstallation(installation: Installation): void {
  registry.remove(installation)
  if (!registry.isEmpty) return
  stopTransport?.()
  stopTransport = undefined
}

/** Runs at once when the app is ready, otherwise first of all when it gets so: before the app opens a window. */
function whenReady(act: () => void): () => void {
  if (app.isReady()) {
    act()
    return () => {}
  }
  app.prependOnceListener('ready', act)
  return () => app.off('ready', act)
}

export function install(options: InstallOptions): ChromeSockets {
  const settings = readOptions(options)
  const { origins, preload } = settings
  const scope = new Scope(settings.app, settings.certificateAuthorities, settings.limits)
  const undo: (() => void)[] = []
  const installation: Installation = {
    scope,
    origins,
    includes: (session) => settings.getSessions().includes(session),
  }
  const registerOnSessions = (): void => {
    if (preload === undefined) return
    const sessions = settings.getSessions()
    refuseLateInstall(sessions, (url) => origins.some((allows) => allows(url)))
    for (const session of sessions) undo.push(registerPreload(session, preload))
  }
  const dispose = (): void => {
    app.off('will-quit', dispose)
    for (const step of undo.splice(0)) step()
    removeInstallation(installation)
    scope.dispose()
  }
  undo.push(whenReady(registerOnSessions))
  addInstallation(installation, settings)
  app.on('will-quit', dispose)
  return { dispose }
}
