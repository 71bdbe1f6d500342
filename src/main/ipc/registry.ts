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
  /** May frames inside of its pages have the API? */
  readonly frames?: boolean
  /** Is a frame in which no preload script has run loaded again? */
  readonly reloadsFrames?: boolean
}

interface Document {
  readonly app: App
  readonly page: Page
}

/** Frames of one window that have the API at a time: the app says how many windows there are, the page how many frames. */
export const maxFrames = 64

/** A frame belongs to the app if it is in nothing but pages of the app. */
function isMember({ frames, includes, origins }: Installation, { above, session, url }: Sender): boolean {
  const isOurs = (each: URL): boolean => origins.some(({ allows }) => allows(each))
  return includes(session) && isOurs(url) && (above === undefined || (frames === true && above.every(isOurs)))
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

/** All installations of this process, and the documents that each window shows. */
export class Registry {
  readonly #installations = new Set<Installation>()
  /** By window, and by frame: that of the window itself has none. */
  readonly #documents = new Map<number, Map<number | undefined, Document>>()

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

  /** True where the frame's address is one of an installation that gives frames the API. */
  wantsFrame({ session, url }: Sender): boolean {
    return this.findByAddress(session, url).some(
      ({ frames, includes }) => frames === true && includes(session),
    )
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

  /** True unless the window has as many frames with the API as it may have. */
  hasRoom({ frameId, windowId }: Sender): boolean {
    const documents = this.#documents.get(windowId)
    return frameId === undefined || documents === undefined || documents.size <= maxFrames
  }

  /** A frame shows one document at a time: the new one takes the place of the one before. */
  openPage(app: App, page: Page): void {
    const { frameId, windowId } = page
    this.leave(windowId, frameId)
    const documents = this.#documents.get(windowId) ?? new Map<number | undefined, Document>()
    this.#documents.set(windowId, documents.set(frameId, { app, page }))
    app.addPage(page)
  }

  closePage(page: Page): void {
    const { frameId, windowId } = page
    if (this.#documents.get(windowId)?.get(frameId)?.page === page) this.leave(windowId, frameId)
  }

  /**
   * The document of a frame has gone; with that of the window itself go those of all its frames. Its port may have
   * been handed on to another one, which must not have it.
   */
  leave(windowId: number, frameId?: number): void {
    const documents = this.#documents.get(windowId)
    if (documents === undefined) return
    const left = frameId === undefined ? [...documents.keys()] : [frameId]
    for (const id of left) {
      const document = documents.get(id)
      documents.delete(id)
      document?.app.removePage(document.page)
      document?.page.end()
    }
    if (documents.size === 0) this.#documents.delete(windowId)
  }
}
