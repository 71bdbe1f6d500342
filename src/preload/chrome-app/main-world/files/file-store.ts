import { files } from '../../../../renderer-types/contract/apps/files.ts'
import type { AppArguments, AppMethods, AppResult } from '../../../../renderer-types/contract/apps/index.ts'
import type { Calls } from '../../../main-world/calls.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { createFileError } from './file-error.ts'

const { addListener, messageData } = primordials

type FileMethod = keyof AppMethods<'files'>

/** What the main process does with files, as functions; they reject with the DOMException that Chrome would have. */
type Questions = {
  readonly [M in Exclude<FileMethod, 'write'>]: AppArguments<'files', M> extends infer A extends unknown[]
    ? (...args: A) => Promise<AppResult<'files', M>>
    : never
}

export type Gift = AppResult<'files', 'givePackage'>

/** Pieces of files, of all writers, that are on their way: their bytes count until they are written. */
const maxWrites = 8

interface SentFile {
  readonly sent: number
  readonly file: File
}

/** Asks the main process for what entries do, and has the Files that come from there. */
export class FileStore {
  readonly main: Questions
  readonly #calls: Calls
  readonly #sent = new Map<number, File>()
  readonly #waiting: (() => void)[] = []
  #writes = 0
  #pending = 0
  #asked = 0

  constructor(background: Window, calls: Calls, fileEvent: string) {
    this.#calls = calls
    const questions = Object.keys(files.methods).map((method) => [
      method,
      (...args: unknown[]) => this.#ask(method as FileMethod, args),
    ])
    this.main = Object.fromEntries(questions) as Questions
    addListener(background, fileEvent, (event) => {
      const { file, sent } = messageData(event) as SentFile
      this.#sent.set(sent, file)
    })
  }

  /** Every question has its answer. */
  get isIdle(): boolean {
    return this.#pending === 0 && this.#waiting.length === 0
  }

  /** How many questions there have been. */
  get asked(): number {
    return this.#asked
  }

  #ask(method: FileMethod, args: unknown[]): Promise<unknown> {
    this.#asked += 1
    this.#pending += 1
    return new Promise((resolve, reject) => {
      this.#calls.post(`files.${method}`, args, ([result], error) => {
        this.#pending -= 1
        if (error === undefined) resolve(result)
        else reject(createFileError(error))
      })
    })
  }

  /** Of the app's own files the bytes are taken; every other File reads the disk when it is read. */
  async open(fileSystem: string, path: string, name: string): Promise<File> {
    const { address, modified, sent = -1 } = await this.main.open(fileSystem, path)
    if (address !== undefined) {
      const blob = await (await fetch(address)).blob()
      return new File([blob], name, { type: blob.type, lastModified: modified })
    }
    const file = this.#sent.get(sent)
    this.#sent.delete(sent)
    if (file === undefined) throw createFileError('NotReadableError')
    return file
  }

  async write(fileSystem: string, path: string, position: number, bytes: ArrayBuffer): Promise<void> {
    if (this.#writes >= maxWrites) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#writes += 1
    try {
      // A view, as those who count what a message has expect it.
      await this.#ask('write', [fileSystem, path, position, new Uint8Array(bytes)])
    } finally {
      this.#writes -= 1
      this.#waiting.shift()?.()
    }
  }
}
