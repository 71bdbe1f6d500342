import path from 'node:path'
import { app, session as sessions, webContents } from 'electron'
import type { Event, Session, WebContents } from 'electron'
import type { Installation, Registry } from '../ipc/registry.ts'
import { describeFrame, showUrl, tellUrl } from '../ipc/sender.ts'
import { Refusals } from '../watch/refusals.ts'
import { parseUrl } from '../parse-url.ts'

/** Electron keeps the data of `persist:name` in a folder of that name. */
function describeSession(session: Session): string {
  if (session === sessions.defaultSession) return 'the default session'
  const { storagePath } = session
  if (storagePath === null) return 'one in memory'
  return `"persist:${decodeURIComponent(path.basename(storagePath))}"`
}

type Explain = (installation: Installation, contents: WebContents) => string | undefined

const explainPage: Explain = (installation, { session }) => {
  if (!installation.includes(session))
    return (
      `its session, ${describeSession(session)}, is not in the option "sessions"; ` +
      'add the session, or the name of its partition, if the page is yours'
    )
  if (installation.hasPreload?.(session) !== false) return undefined
  return (
    'the preload script is no longer registered on its session: something has called session.setPreloads() after ' +
    'installChromeSockets(). Add to what session.getPreloads() gives, or call it before'
  )
}

/** Electron does not document how a window's preferences are read; true where they are not known. */
function runsPreloadInFrames(contents: WebContents): boolean {
  const read: unknown = Reflect.get(contents, 'getLastWebPreferences')
  const preferences: unknown = typeof read === 'function' ? Reflect.apply(read, contents, []) : undefined
  if (typeof preferences !== 'object' || preferences === null) return true
  return Reflect.get(preferences, 'nodeIntegrationInSubFrames') === true
}

const explainFrame: Explain = ({ frames, includes }, contents) => {
  if (frames !== true || !includes(contents.session) || runsPreloadInFrames(contents)) return undefined
  return 'it is in a frame, where preload scripts run only with "nodeIntegrationInSubFrames: true" in the webPreferences of its window'
}

/** Calls `act` with each document that windows show, in frames, too, until the returned function is called. */
function followDocuments(act: (contents: WebContents, url: string, isMain: boolean) => void): () => void {
  const stops = new Map<WebContents, () => void>()
  const follow = (contents: WebContents): void => {
    const onNavigate = (_event: Event, url: string, _code: number, _status: string, isMain: boolean): void =>
      act(contents, url, isMain)
    const forget = (): void => void stops.delete(contents)
    contents.on('did-frame-navigate', onNavigate)
    contents.on('destroyed', forget)
    stops.set(contents, () => {
      contents.off('did-frame-navigate', onNavigate)
      contents.off('destroyed', forget)
    })
  }
  const onCreated = (_event: Event, contents: WebContents): void => follow(contents)
  for (const contents of webContents.getAllWebContents()) follow(contents)
  app.on('web-contents-created', onCreated)
  return () => {
    app.off('web-contents-created', onCreated)
    for (const stop of stops.values()) stop()
  }
}

/**
 * A page in whose window the preload script does not run asks for nothing, and nobody would say why it has no API.
 * Tells of such pages until the returned function is called.
 */
export function watchForMissingPreload(registry: Registry): () => void {
  const refusals = new Refusals()
  return followDocuments((contents, address, isMain) => {
    const url = parseUrl(address)
    if (url === undefined || contents.getType() === 'webview') return
    for (const installation of registry.findByAddress(contents.session, url)) {
      const reason = (isMain ? explainPage : explainFrame)(installation, contents)
      if (reason === undefined) continue
      const message = `${isMain ? showUrl(url) : describeFrame(url)} gets no chrome.sockets: ${reason}`
      refusals.tell([installation.app], {
        refusal: { reason: 'page', url: tellUrl(url), message },
        once: message,
        message,
        level: 'warn',
      })
    }
  })
}
