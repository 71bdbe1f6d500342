import fs from 'node:fs'
import path from 'node:path'
import type * as z from 'zod/mini'
import type { Logger } from '../types.ts'

/** What is kept of an app from start to start: a file for each kind. */
export class KeptFolder {
  readonly directory: string
  readonly #logger: Logger
  readonly #failing = new Set<string>()

  constructor(directory: string, logger: Logger) {
    this.directory = directory
    this.#logger = logger
  }

  /** Undefined where there is none, or somebody else has written there. */
  read<T>(name: string, schema: z.ZodMiniType<T>): T | undefined {
    try {
      return schema.safeParse(JSON.parse(fs.readFileSync(path.join(this.directory, name), 'utf8'))).data
    } catch {
      return undefined
    }
  }

  /** False where it cannot be written, which is logged once; the file is as it was then. */
  replace(name: string, content: unknown): boolean {
    try {
      this.#write(path.join(this.directory, name), JSON.stringify(content))
      this.#failing.delete(name)
      return true
    } catch (error) {
      if (!this.#failing.has(name)) this.#logger.error(`electron-chrome-sockets: ${name} is not kept`, error)
      this.#failing.add(name)
      return false
    }
  }

  /** A file that cannot be removed stays. */
  remove(name: string): void {
    try {
      fs.rmSync(path.join(this.directory, name), { force: true })
    } catch {
      // Where nothing can be written nothing is kept.
    }
  }

  /** A file that is half written when the machine stops would be lost: it is the old one or the new one. */
  #write(file: string, text: string): void {
    const next = `${file}.new`
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(next, text)
    fs.renameSync(next, file)
  }
}
