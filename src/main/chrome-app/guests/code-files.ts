import fs from 'node:fs/promises'
import { Places } from '../serve/places.ts'

/** Bytes of a file that is run in a guest. */
const maxFile = 4 * 1024 * 1024

/** Bytes of the files of an app that are under way into its guests, which may take long. Chrome has no limit. */
const maxBytes = 16 * 1024 * 1024

type FindFile = () => Promise<string | undefined>

interface Code {
  readonly text: string
  readonly size: number
}

/** The files that an app has its guests run or show: few of them are open at one time. */
export class CodeFiles {
  readonly #places = new Places({ taken: 16, waiting: 16_384 })
  #left = maxBytes

  /** Undefined where there is no such file, and where too much is under way. */
  async use<T>(find: FindFile, act: (code: string) => Promise<T>): Promise<T | undefined> {
    const code = await this.#readInTurn(find)
    if (code === undefined) return undefined
    try {
      return await act(code.text)
    } finally {
      this.#left += code.size
    }
  }

  async #readInTurn(find: FindFile): Promise<Code | undefined> {
    if (!(await this.#places.take())) return undefined
    try {
      const file = await find()
      return file === undefined ? undefined : await this.#read(file)
    } catch {
      // It has gone meanwhile.
      return undefined
    } finally {
      this.#places.giveBack()
    }
  }

  async #read(file: string): Promise<Code | undefined> {
    const { size } = await fs.stat(file)
    if (size > maxFile || size > this.#left) return undefined
    this.#left -= size
    try {
      return { text: await fs.readFile(file, 'utf8'), size }
    } catch (error) {
      this.#left += size
      throw error
    }
  }
}
