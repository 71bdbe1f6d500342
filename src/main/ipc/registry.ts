import type { Session } from 'electron'
import type { Sender } from './sender.ts'
import type { OriginRule } from './origins.ts'
import { overlaps } from './origins.ts'
import type { Page } from '../page/page.ts'
import type { App } from '../app/app.ts'

/** One installation: which pages belong to it, and their app. */
export interface Installation {
  readonly app: App
  readonly includes: (session: Session) => boolean
  /** Undefined for the default session, which there is only when the app is ready. */
  readonly sessions: readonly Session[] | undefined
  readonly origins: readonly OriginRule[]
}

function isMember({ includes, origins }: Installation, { session, url }: Sender): boolean {
  return includes(session) && origins.some(({ allows }) => allows(url))
}

/** Where sessions are given the app is ready, so that `includes` may be asked. */
function shareSession(one: Installation, other: Installation): boolean {
  const [given, includes] =
    one.sessions === undefined ? [other.sessions, one.includes] : [one.sessions, other.includes]
  return given === undefined || given.some((session) => includes(session))
}

function refuseOverlap({ place }: OriginRule): Error {
  return new Error(
    `electron-chrome-sockets: pages of ${place} belong to another installation already. ` +
      'Call its dispose() first, or give each installation its own origins or sessions.',
  )
}

/** All installations of this process, and the document that each window shows. */
export class Registry {
  readonly #installations = new Set<Installation>()
  readonly #documents = new Map<number, { app: App; page: Page }>()

  get isEmpty(): boolean {
    return this.#installations.size === 0
  }

  get apps(): App[] {
    return [...this.#installations].map(({ app }) => app)
  }

  /** Throws where a page would belong to two installations: its sockets can only be in one of them. */
  add(installation: Installation): void {
    for (const other of this.#installations) {
      if (!shareSession(installation, other)) continue
      const shared = installation.origins.find((origin) => other.origins.some((its) => overlaps(origin, its)))
      if (shared !== undefined) throw refuseOverlap(shared)
    }
    this.#installations.add(installation)
  }

  remove(installation: Installation): void {
    this.#installations.delete(installation)
  }

  findApp(sender: Sender): App | undefined {
    for (const installation of this.#installations)
      if (isMember(installation, sender)) return installation.app
    return undefined
  }

  hasSession(session: Session): boolean {
    return [...this.#installations].some(({ includes }) => includes(session))
  }

  /** The installations that have the session; all where none has it. */
  findConcerned(session: Session | undefined): App[] {
    const all = [...this.#installations]
    const concerned = all.filter(({ includes }) => session !== undefined && includes(session))
    return (concerned.length > 0 ? concerned : all).map(({ app }) => app)
  }

  /** A window shows one document at a time: the new one takes the place of the one before. */
  openPage(windowId: number, app: App, page: Page): void {
    this.leaveWindow(windowId)
    this.#documents.set(windowId, { app, page })
    app.addPage(page)
  }

  closePage(windowId: number, page: Page): void {
    if (this.#documents.get(windowId)?.page === page) this.leaveWindow(windowId)
  }

  /** The document of the window has gone. Its port may have been handed on to another one, which must not have it. */
  leaveWindow(windowId: number): void {
    const document = this.#documents.get(windowId)
    this.#documents.delete(windowId)
    document?.app.removePage(document.page)
    document?.page.end()
  }
}
