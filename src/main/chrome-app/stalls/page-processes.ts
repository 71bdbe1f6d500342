import type { Watch } from './late-watch.ts'

/** The processes of pages, each of which may have several pages in it, and each page several processes. */
export class PageProcesses<Page> {
  readonly #pages = new Map<number, Set<Page>>()
  readonly #processes = new Map<Page, Set<number>>()
  readonly #watch: Watch

  constructor(watch: Watch) {
    this.#watch = watch
  }

  /** A document of the page is in it. */
  add(page: Page, pid: number): void {
    // 0 would be this process and its family; Chromium may have pages in this one (`--single-process`).
    if (pid <= 0 || pid === process.pid || this.#processes.get(page)?.has(pid)) return
    const pages = this.#pages.get(pid)
    if (pages === undefined) {
      this.#pages.set(pid, new Set([page]))
      this.#watch.add(pid)
    } else pages.add(page)
    const processes = this.#processes.get(page)
    if (processes === undefined) this.#processes.set(page, new Set([pid]))
    else processes.add(pid)
  }

  /** None of its documents is there any more. */
  forget(page: Page): void {
    for (const pid of this.#processes.get(page) ?? []) {
      const pages = this.#pages.get(pid)
      pages?.delete(page)
      if (pages?.size !== 0) continue
      this.#pages.delete(pid)
      this.#watch.remove(pid)
    }
    this.#processes.delete(page)
  }
}
