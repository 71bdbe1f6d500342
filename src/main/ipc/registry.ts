import type { Session } from 'electron'
import type { Sender } from './sender.ts'
import type { OriginRule } from './origins.ts'
import { findOverlap } from './origins.ts'
import type { Page } from '../page/page.ts'
import type { App } from '../app/app.ts'

/** One installation: which pages belong to it, and their app. */
export interface Installation {
  readonly app: App
  readonly includes: (session: Session) => boolean
  /** As they were given: there are no sessions before the app is ready. Undefined for the default one. */
  readonly sessions: readonly (Session | string)[] | undefined
  /** Is the preload script on that session still? Not there where the app sees to it itself. */
  readonly hasPreload?: (session: Session) => boolean
  readonly origins: readonly OriginRule[]
}

function isMember({ includes, origins }: Installation, { session, url }: Sender): boolean {
  return includes(session) && origins.some(({ allows }) => allows(url))
}

/** The name of the default session's partition is empty. */
function listGiven({ sessions = [''] }: Installation): readonly (Session | string)[] {
  return sessions
}

/** Where a session is given the app is ready, so that `includes` may be asked. */
function sharesSome(one: Installation, other: Installation): boolean {
  return listGiven(one).some((given) =>
    typeof given === 'string' ? listGiven(other).includes(given) : other.includes(given),
  )
}

function shareSession(one: Installation, other: Installation): boolean {
  return sharesSome(one, other) || sharesSome(other, one)
}

function refuseOverlap(place: string): Error {
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
      for (const origin of installation.origins) {
        const shared = other.origins
          .map((its) => findOverlap(origin, its))
          .find((place) => place !== undefined)
        if (shared !== undefined) throw refuseOverlap(shared)
      }
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

  /** The installation that has the page; in a session that is nobody's, those that would have it elsewhere. */
  findByAddress(session: Session, url: URL): Installation[] {
    const found = [...this.#installations].filter(({ origins }) => origins.some(({ allows }) => allows(url)))
    return this.hasSession(session) ? found.filter(({ includes }) => includes(session)) : found
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
