import path from 'node:path'
import { app, session as sessions, webContents } from 'electron'
import type { Event, Session, WebContents, WebFrameMain } from 'electron'
import type { Installation, Registry } from '../ipc/registry.ts'
import { describeFrame, showUrl, tellUrl } from '../ipc/sender.ts'
import { Refusals } from '../watch/refusals.ts'
import { parseUrl } from '../parse-url.ts'
import { followSilentFrames } from './silent-frames.ts'

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

const lookedInto =
  'its window was looked into before its page came (contentWindow, contentDocument), and Electron runs no preload script ' +
  'in such a window. Look after its "load" event'

/** Calls `follow` with all that shows pages; what it returns is called when the returned function is. */
function followContents(follow: (contents: WebContents) => () => void): () => void {
  const stops = new Map<WebContents, () => void>()
  const begin = (contents: WebContents): void => {
    const stop = follow(contents)
    const forget = (): void => void stops.delete(contents)
    contents.on('destroyed', forget)
    stops.set(contents, () => {
      contents.off('destroyed', forget)
      stop()
    })
  }
  const onCreated = (_event: Event, contents: WebContents): void => begin(contents)
  for (const contents of webContents.getAllWebContents()) begin(contents)
  app.on('web-contents-created', onCreated)
  return () => {
    app.off('web-contents-created', onCreated)
    for (const stop of stops.values()) stop()
  }
}

/** Pages in whose windows the preload script does not run. */
class MissingPreloads {
  readonly #registry: Registry
  readonly #refusals = new Refusals()

  constructor(registry: Registry) {
    this.#registry = registry
  }

  follow(contents: WebContents): () => void {
    const onNavigate = (_event: Event, url: string, _code: number, _status: string, isMain: boolean): void =>
      this.#check(contents, url, isMain)
    contents.on('did-frame-navigate', onNavigate)
    const stop = followSilentFrames(
      contents,
      (url) => this.#findByFrame(contents, url).length > 0,
      (frame, url) => {
        for (const installation of this.#findByFrame(contents, url)) this.#take(installation, frame, url)
      },
    )
    return () => {
      contents.off('did-frame-navigate', onNavigate)
      stop()
    }
  }

  #check(contents: WebContents, address: string, isMain: boolean): void {
    const url = parseUrl(address)
    if (url === undefined || contents.getType() === 'webview') return
    for (const installation of this.#registry.findByAddress(contents.session, url)) {
      const reason = (isMain ? explainPage : explainFrame)(installation, contents)
      if (reason === undefined) continue
      const message = `${isMain ? showUrl(url) : describeFrame(url)} gets no chrome.sockets: ${reason}`
      this.#tell(installation, url, message, message)
    }
  }

  /** The installations whose frames in that window run the preload script. */
  #findByFrame(contents: WebContents, url: URL): Installation[] {
    if (contents.getType() === 'webview' || !runsPreloadInFrames(contents)) return []
    return this.#registry
      .findByAddress(contents.session, url)
      .filter(({ frames, includes }) => frames === true && includes(contents.session))
  }

  #take(installation: Installation, frame: WebFrameMain, url: URL): void {
    if (installation.reloadsFrames === true) return void frame.reload()
    const message = `the frame ${tellUrl(url)} gets no chrome.sockets: ${lookedInto}`
    this.#tell(installation, url, message, `${describeFrame(url)} ${lookedInto}`)
  }

  #tell({ app: concerned }: Installation, url: URL, message: string, once: string): void {
    this.#refusals.tell([concerned], {
      refusal: { reason: 'page', url: tellUrl(url), message },
      once,
      message,
      level: 'warn',
    })
  }
}

/**
 * A page in whose window the preload script does not run asks for nothing, and nobody would say why it has no API.
 * Tells of such pages until the returned function is called.
 */
export function watchForMissingPreload(registry: Registry): () => void {
  const missing = new MissingPreloads(registry)
  return followContents((contents) => missing.follow(contents))
}
