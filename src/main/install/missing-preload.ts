import path from 'node:path'
import { app, session as sessions, webContents } from 'electron'
import type { Event, Session, WebContents } from 'electron'
import type { Installation, Registry } from '../ipc/registry.ts'
import { showUrl, tellUrl } from '../ipc/sender.ts'
import { Refusals } from '../watch/refusals.ts'

/** Electron keeps the data of `persist:name` in a folder of that name. */
function describeSession(session: Session): string {
  if (session === sessions.defaultSession) return 'the default session'
  const { storagePath } = session
  if (storagePath === null) return 'one in memory'
  return `"persist:${decodeURIComponent(path.basename(storagePath))}"`
}

function explain(installation: Installation, session: Session): string | undefined {
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

/**
 * A page in whose window the preload script does not run asks for nothing, and nobody would say why it has no API.
 * Tells of such pages until the returned function is called.
 */
export function watchForMissingPreload(registry: Registry): () => void {
  const refusals = new Refusals()
  const tell = (contents: WebContents, address: string): void => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (url === undefined || contents.getType() === 'webview') return
    for (const installation of registry.findByAddress(contents.session, url)) {
      const reason = explain(installation, contents.session)
      if (reason === undefined) continue
      const message = `${showUrl(url)} gets no chrome.sockets: ${reason}`
      refusals.tell([installation.app], {
        refusal: { reason: 'page', url: tellUrl(url), message },
        once: message,
        message,
        level: 'warn',
      })
    }
  }
  const stops = new Map<WebContents, () => void>()
  const watch = (contents: WebContents): void => {
    const onNavigate = (_event: Event, url: string): void => tell(contents, url)
    const forget = (): void => void stops.delete(contents)
    contents.on('did-navigate', onNavigate)
    contents.on('destroyed', forget)
    stops.set(contents, () => {
      contents.off('did-navigate', onNavigate)
      contents.off('destroyed', forget)
    })
  }
  const onCreated = (_event: Event, contents: WebContents): void => watch(contents)
  for (const contents of webContents.getAllWebContents()) watch(contents)
  app.on('web-contents-created', onCreated)
  return () => {
    app.off('web-contents-created', onCreated)
    for (const stop of stops.values()) stop()
  }
}
