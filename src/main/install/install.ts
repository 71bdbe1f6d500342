import { app } from 'electron'
import { packageVersion } from '../../renderer-types/package-version.ts'
import { Registry } from '../ipc/registry.ts'
import type { Installation } from '../ipc/registry.ts'
import type { AppSettings } from '../app/app.ts'
import { App } from '../app/app.ts'
import { Inspector } from '../inspector/inspector.ts'
import type { Services } from '../app/services.ts'
import { Gate } from '../ipc/gate.ts'
import { startTrace } from '../ipc/trace.ts'
import { endRenderer } from '../ipc/end-renderer.ts'
import { Offenders } from '../ipc/offenders.ts'
import { startTransport } from '../ipc/transport.ts'
import type { AppManifest } from '../manifest/read-manifest.ts'
import type { ChromeSockets, InstallOptions, Logger, SocketReport } from '../types.ts'
import { chromiumResolver } from './find-addresses.ts'
import { Late } from '../ipc/late.ts'
import { LookUpPool } from '../sockets/look-up-pool.ts'
import type { Copy } from './first-copy.ts'
import { findFirstCopy, refuseOtherCopy, refuseOtherVersion } from './first-copy.ts'
import type { Settings } from './options.ts'
import { readOptions } from './options.ts'
import { watchForMissingPreload } from './missing-preload.ts'
import { refuseLateInstall, Registrations } from './session-preload.ts'
import { Closings } from '../app/closings.ts'
import { listSockets } from '../app/list-sockets.ts'
import { findDebugLog } from '../watch/debug-log.ts'
import { followEvents } from '../watch/follow-events.ts'

const registry = new Registry()
/** What pages need takes several times as long to load as what a program needs to start. */
const serving = new Late(() => import('./serving.ts'))
const createDelivery: AppSettings['createDelivery'] = (parts) =>
  serving.value.createDelivery(parts, () => registry.apps.length)
const lookUpPool = new LookUpPool()
const closings = new Closings()
let stop: (() => void) | undefined
/** Of all installations: of many listeners of its own Node would warn. */
const disposals = new Set<() => void>()

function disposeAll(): void {
  for (const dispose of disposals) dispose()
}

/** Where it fails, each page that needs it is said so. */
function prepareServing(): void {
  setImmediate(() => void serving.load().catch(() => {}))
}

/** The process of the first page takes a while to start: meanwhile there is time. */
function prepareForFirstWindow(): () => void {
  app.once('web-contents-created', prepareServing)
  return () => app.off('web-contents-created', prepareServing)
}

function start(): () => void {
  const gate = new Gate(registry, serving, new Offenders(endRenderer), startTrace())
  const steps = [startTransport(gate), watchForMissingPreload(registry), prepareForFirstWindow()]
  app.on('will-quit', disposeAll)
  steps.push(() => app.off('will-quit', disposeAll))
  return () => {
    for (const step of steps) step()
  }
}

function addInstallation(installation: Installation): void {
  registry.add(installation)
  stop ??= start()
}

function removeInstallation(installation: Installation): void {
  registry.remove(installation)
  if (!registry.isEmpty) return
  stop?.()
  stop = undefined
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

/** One step that fails, for a session that is gone, does not keep the others from being taken back. */
function takeBack(steps: readonly (() => void)[], logger: Logger): void {
  for (const step of steps) {
    try {
      step()
    } catch (error) {
      logger.error('electron-chrome-sockets: dispose() could not take back a preload script', error)
    }
  }
}

/** What runs a whole Chrome App has read its manifest already, and has more to offer. */
export interface Hosting {
  readonly manifest: AppManifest
  readonly services: Services
}

/** Look-ups and closings are those of the process: all apps share them. */
function createApp(settings: Settings, services: Services | undefined): App {
  const shared = { closings, createDelivery, lookUpPool, resolver: chromiumResolver }
  return new App(settings.manifest, { ...settings, ...shared, services })
}

function installHere(options: InstallOptions, hosting?: Hosting): ChromeSockets {
  const settings = readOptions(options, hosting?.manifest)
  const { findPreload, getSessions, logger, manifest, origins } = settings
  const chromeApp = createApp(settings, hosting?.services)
  const undo: (() => void)[] = []
  const registrations = new Registrations()
  const installation: Installation = {
    app: chromeApp,
    origins,
    includes: (session) => getSessions().includes(session),
    sessions: options.sessions,
    frames: options.frames === true,
    reloadsFrames: hosting !== undefined,
    hasPreload: (session) => registrations.has(session),
  }
  const { events } = chromeApp.watch
  const sockets = (): SocketReport[] => listSockets(chromeApp)
  const debugLog = findDebugLog()
  if (debugLog !== undefined) followEvents(events, debugLog)
  const inspector = new Inspector({ app: manifest, events, logger, sockets })
  const dispose = (): void => {
    disposals.delete(dispose)
    inspector.dispose()
    takeBack(undo.splice(0), logger)
    removeInstallation(installation)
    chromeApp.dispose()
  }
  const registerOnSessions = (): void => {
    if (findPreload === undefined) return
    try {
      const preload = findPreload()
      const sessions = new Set(getSessions())
      refuseLateInstall(sessions, (url) => origins.some(({ allows }) => allows(url)))
      for (const session of sessions) undo.push(registrations.add(session, preload))
    } catch (error) {
      // Half an installation would be a page with sockets in one session and a riddle in the other.
      dispose()
      throw error
    }
  }
  addInstallation(installation)
  disposals.add(dispose)
  undo.push(whenReady(registerOnSessions))
  return { dispose, events, openInspector: () => inspector.open(), sockets }
}

const own: Copy = {
  version: packageVersion,
  install: installHere,
  listSockets: () => registry.apps.flatMap(listSockets),
}
const first = findFirstCopy(own)

export function install(options: InstallOptions, hosting?: Hosting): ChromeSockets {
  if (first === own) return installHere(options, hosting)
  refuseOtherVersion(first, own)
  // Its handlers are of other modules than what would call them.
  return hosting === undefined ? first.install(options) : refuseOtherCopy()
}

export const listInstalledSockets = (): SocketReport[] => first.listSockets()
