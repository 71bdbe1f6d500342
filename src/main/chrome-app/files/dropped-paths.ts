import path from 'node:path'

/** Paths of one app that are remembered, and characters of one: no system takes longer ones. */
const maxPaths = 500
const maxLength = 4096

interface Dropped {
  readonly file: string
  readonly isDirectory: boolean
}

/** What Chromium has told, and no page: which files and directories the user has dropped. Each is taken once. */
export class DroppedPaths {
  readonly #paths: Dropped[] = []
  /** Those of handles that a page has kept in a database since an earlier start: only these are asked for to be read. */
  readonly #kept = new Set<string>()

  /** A page wants to read it: it was not dropped since the app was started. */
  exclude(file: string): void {
    if (this.#kept.size < maxPaths) this.#kept.add(file.slice(0, maxLength))
  }

  /** A page wants to write to it. */
  note(file: string, isDirectory: boolean): void {
    const isKnown = this.#kept.size < maxPaths && !this.#kept.has(file)
    if (!isKnown || file.length > maxLength) return
    this.#paths.push({ file, isDirectory })
    if (this.#paths.length > maxPaths) this.#paths.shift()
  }

  /** The last one of that name. */
  take(name: string, isDirectory: boolean): string | undefined {
    const at = this.#paths.findLastIndex(
      (one) => one.isDirectory === isDirectory && path.basename(one.file) === name,
    )
    return at === -1 ? undefined : this.#paths.splice(at, 1)[0]?.file
  }
}
