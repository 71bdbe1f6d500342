import { BrowserWindow, webContents } from 'electron'
import type { Session } from 'electron'
import { parseUrl } from '../parse-url.ts'

/** Before Electron 35. */
interface OldSession {
  getPreloads: () => string[]
  setPreloads: (preloads: string[]) => void
}

interface Registration {
  /** False once somebody has replaced the preloads of the session. */
  readonly isThere: () => boolean
  readonly takeBack: () => void
}

/** Of the same file another installation may have an entry of its own. */
function withoutOne(preloads: string[], filePath: string): string[] {
  return preloads.toSpliced(preloads.lastIndexOf(filePath) >>> 0, 1)
}

/** Makes every window of the session run the preload script. */
function registerPreload(session: Session, filePath: string): Registration {
  if (typeof session.registerPreloadScript === 'function') {
    const id = session.registerPreloadScript({ type: 'frame', filePath })
    const isThere = (): boolean => session.getPreloadScripts().some((script) => script.id === id)
    return { isThere, takeBack: () => isThere() && session.unregisterPreloadScript(id) }
  }
  const old: OldSession = session
  old.setPreloads([...old.getPreloads(), filePath])
  return {
    isThere: () => old.getPreloads().includes(filePath),
    takeBack: () => old.setPreloads(withoutOne(old.getPreloads(), filePath)),
  }
}

/** What one installation has registered. */
export class Registrations {
  readonly #bySession = new Map<Session, Registration>()

  /** Returns what takes it back. */
  add(session: Session, filePath: string): () => void {
    const registration = registerPreload(session, filePath)
    this.#bySession.set(session, registration)
    return registration.takeBack
  }

  /** False where something has taken the script off the session again. */
  has(session: Session): boolean {
    return this.#bySession.get(session)?.isThere() !== false
  }
}

/** A page that is there already runs without the preload: it would see no API and no reason. */
export function refuseLateInstall(sessions: ReadonlySet<Session>, isMember: (url: URL) => boolean): void {
  const late = webContents.getAllWebContents().find((contents) => {
    // What a window showed that was destroyed in this turn is still there, but in no window.
    if (contents.isDestroyed() || BrowserWindow.fromWebContents(contents) === null) return false
    const url = parseUrl(contents.getURL())
    return url !== undefined && sessions.has(contents.session) && isMember(url)
  })
  if (late === undefined) return
  throw new Error(
    `electron-chrome-sockets: installChromeSockets() was called after ${late.getURL()} was loaded. ` +
      'Call it before the first loadURL() or loadFile(), for instance at the top of the main script.',
  )
}
