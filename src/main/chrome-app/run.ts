import { app as program, session, shell } from 'electron'
import type { Session } from 'electron'
import { install } from '../install/install.ts'
import { getHost, resolveInApp } from '../install/manifest-option.ts'
import { listAcceptLanguages } from './accept-languages.ts'
import { AppHost } from './app-host.ts'
import { claimProgram, listOwnFiles, noteApps, noteEnd } from './claim-program.ts'
import { openedFiles } from './files/opened-files.ts'
import { findAppPreload } from './find-app-preload.ts'
import { KeptFolder } from './kept-folder.ts'
import { noteVersion } from './life/installed-version.ts'
import type { ChromeApp } from './manifest/read-app.ts'
import { readApp } from './manifest/read-app.ts'
import { shareHosts } from './network/share-hosts.ts'
import { guardPermissions } from './pages/browser-permissions.ts'
import { takeDownloads } from './pages/take-downloads.ts'
import { writeUserAgent } from './pages/user-agent.ts'
import { requireScheme } from './register-scheme.ts'
import { checkRunOptions } from './run-options.ts'
import { hearStarts } from './second-start.ts'
import { createFolderHandler } from './serve/serve-folder.ts'
import { serveScheme } from './serve/serve-scheme.ts'
import { warnOnce } from './warn-once.ts'
import type { InstallOptions, Logger, SocketReport } from '../types.ts'
import type { RunningChromeApp, RunOptions } from './types.ts'

/** Throws a TypeError for a wrong option, and for a folder that is no Chrome App. */
export function readFolder(options: RunOptions): ChromeApp {
  checkRunOptions(options)
  const { directory, id, managedStorage, provide = {}, scheme } = options
  const provided = Object.entries(provide).flatMap(([name, file]) =>
    file === undefined ? [] : [[name, resolveInApp(file)] as const],
  )
  return readApp(resolveInApp(directory), getHost(), {
    id,
    scheme,
    managedStorage: managedStorage === undefined ? undefined : resolveInApp(managedStorage),
    provide: Object.fromEntries(provided),
  })
}

/** The apps of the program. One listener hears for all: Node takes many for a leak. */
const hosts: AppHost[] = []

const keepOfProgram = (logger: Logger): KeptFolder => new KeptFolder(program.getPath('userData'), logger)

function hearProgram(logger: Logger): void {
  const folder = keepOfProgram(logger)
  hearStarts(
    folder,
    (id, files) =>
      hosts.findLast(({ app }) => app.manifest.id === id)?.launch('command_line', files) ?? false,
  )
  // A click on the icon in the dock of macOS.
  program.on('activate', (_event, hasVisibleWindows) => {
    if (hasVisibleWindows) return
    for (const host of hosts) host.launch('app_launcher')
  })
  // Before the program ends each app has its last moment, one after the other.
  program.on('before-quit', (event) => {
    const next = hosts.find(({ life }) => !life.isEnding)
    if (next === undefined || event.defaultPrevented) return
    event.preventDefault()
    noteEnd(folder)
    void next.life.end().then(() => program.quit())
  })
  // Without a listener the program would end when the app reloads.
  program.on('window-all-closed', () => {})
  // Electron's own listener hears one: the next kills the program. Ctrl+C in a terminal brings two or three, for the
  // terminal tells all of the group, and npx, the command and Electron's own hand on what they hear.
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => program.quit())
}

function hearProgramFor(host: AppHost, logger: Logger): void {
  if (hosts.length === 0) hearProgram(logger)
  hosts.push(host)
}

/** What the program is to the app that it runs. */
function createHost(
  app: ChromeApp,
  own: Session,
  { keepRunning, logger = console, onCrash }: RunOptions,
  sockets: () => readonly SocketReport[],
): AppHost {
  const folder = new KeptFolder(own.getStoragePath() ?? program.getPath('userData'), logger)
  const language = program.getLocale()
  const acceptLanguages = listAcceptLanguages(language)
  own.setUserAgent(own.getUserAgent(), acceptLanguages.join(','))
  return new AppHost(app, own, {
    folder,
    language,
    acceptLanguages,
    logger,
    sockets,
    noteVersion: (version) => noteVersion(folder, version),
    keepsRunning: keepRunning ?? process.platform === 'darwin',
    noteCrash: (crash) => onCrash?.(crash),
    noteSuspending: (isUnderWay) => (isUnderWay ? noteEnd : noteApps)(keepOfProgram(logger)),
    openExternal: (url) => void shell.openExternal(url).catch(() => {}),
    quit: () => program.quit(),
    fail: () => {
      program.once('quit', () => program.exit(1))
      program.quit()
    },
  })
}

/** Characters of a line of the log that are the manifest's. */
const maxNames = 1000

const shorten = (text: string): string => (text.length > maxNames ? `${text.slice(0, maxNames)}...` : text)

/** Once, before the app finds out by itself. */
function tellInVain({ askedInVain }: ChromeApp, { logger = console }: RunOptions): void {
  if (askedInVain.length > 0)
    logger.warn(
      `electron-chrome-sockets: the app's manifest asks for what is not there: ${shorten(askedInVain.join(', '))}`,
    )
}

/** What goes on to the sockets; of an option that is inherited it would be lost if the object was copied. */
function pickShared({
  authorize,
  certificateAuthorities,
  limits,
  logger,
  onDecision,
}: RunOptions): Partial<InstallOptions> {
  return {
    ...(authorize && { authorize }),
    ...(certificateAuthorities && { certificateAuthorities }),
    ...(limits && { limits }),
    ...(logger && { logger }),
    ...(onDecision && { onDecision }),
  }
}

/** `undo` gets what takes back the steps that are done. */
async function startApp(
  app: ChromeApp,
  options: RunOptions,
  undo: (() => void)[],
): Promise<RunningChromeApp> {
  const { files = listOwnFiles(), logger = console } = options
  // A session's own is not that of windows which a page opens.
  program.userAgentFallback = writeUserAgent(program.userAgentFallback, process.versions.chrome)
  const preload = await findAppPreload()
  const own = session.fromPartition(`persist:chrome-app-${app.manifest.id}`)
  const host = createHost(app, own, options, () =>
    // As in Chrome, those of the old API keep no app.
    sockets.sockets().filter(({ old }) => old !== true),
  )
  const handle = createFolderHandler(app, () => host.pages.end)
  undo.push(await serveScheme(own, app, handle))
  guardPermissions(own, host.origin, host.rights.names, host.files.dropped, (contents, permission) =>
    host.guests.noteAskedByPage(contents, permission),
  )
  if (host.rights.knowsHosts) shareHosts(own, host.origin, (url) => host.rights.includesUrl(url))
  const sockets = install(
    {
      ...pickShared(options),
      manifest: '',
      origins: [host.origin],
      sessions: [own],
      preload,
      frames: true,
    },
    { manifest: app.manifest, services: host },
  )
  takeDownloads(own, {
    noteActivity: () => host.life.noteActivity(),
    refused: warnOnce(logger, 'the app downloads what cannot be saved, or too much of it'),
  })
  tellInVain(app, options)
  hearProgramFor(host, logger)
  host.start([...files, ...openedFiles.take((file) => host.launch('command_line', [file]))])
  return { id: app.manifest.id, sockets, launch: () => host.life.launch('app_launcher') }
}

/** Nothing of an app that cannot be run is in the way of the next try. */
export async function runFolder(app: ChromeApp, options: RunOptions): Promise<RunningChromeApp> {
  const giveUp = claimProgram(app, options)
  // This process ends before it has anything to return.
  if (giveUp === undefined) return new Promise(() => {})
  const undo = [giveUp]
  try {
    await program.whenReady()
    requireScheme(app.scheme)
    return await startApp(app, options, undo)
  } catch (error) {
    for (const step of undo) step()
    throw error
  }
}
