import type { Session } from 'electron'
import type { Sender } from '../ipc/sender.ts'
import type { OriginRule } from './origins.ts'
import type { Page } from './page.ts'
import type { Scope } from './scope.ts'

/** One installation: which pages belong to it, and their scope. */
export interface Installation {
  readonly scope: Scope
  readonly includes: (session: Session) => boolean
  readonly origins: readonly OriginRule[]
}

function isMember({ includes, origins }: Installation, { session, url }: Sender): boolean {
  return includes(session) && origins.some((allows) => allows(url))
}

/** All installations of this process, and the document that each window shows. */
export class Registry {
  readonly #installations = new Set<Installation>()
  readonly #documents = new Map<number, { scope: Scope; page: Page }>()

  get isEmpty(): boolean {
    return this.#installations.size === 0
  }

  add(installation: Installation): void {
    this.#installations.add(installation)
  }

  remove(installation: Installation): void {
    this.#installations.delete(installation)
  }

  findScope(sender: Sender): Scope | undefined {
    for (const installation of this.#installations)
      if (isMember(installation, sender)) return installation.scope
    return undefined
  }

  /** A window shows one document at a time: the new one takes the place of the one before. */
  openPage(windowId: number, scope: Scope, page: Page): void {
    this.#leave(windowId)
    this.#documents.set(windowId, { scope, page })
    scope.addPage(page)
  }

  closePage(windowId: number, page: Page): void {
    if (this.#documents.get(windowId)?.page === page) this.#leave(windowId)
  }

  #leave(windowId: number): void {
    const document = this.#documents.get(windowId)
    this.#documents.delete(windowId)
    document?.scope.removePage(document.page)
  }
}
