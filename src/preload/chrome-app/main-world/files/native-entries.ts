import { createFunction } from '../../../main-world/create-function.ts'
import { replaceMethod } from '../restrictions/replace-method.ts'
import type { AppFiles } from './app-files.ts'
import { transferParameters } from './entries.ts'
import { readArguments } from './native-class.ts'

const { apply, getPrototypeOf } = Reflect

/** The prototype that entries of all kinds have. */
function findPrototype(entry: object): object | undefined {
  for (let at: object | null = entry; at !== null; at = getPrototypeOf(at))
    if (Object.hasOwn(at, 'copyTo')) return at
  return undefined
}

/** Where pages have entries of file systems of their own from, and the place of what is called back with them. */
const sources = { webkitRequestFileSystem: 2, webkitResolveLocalFileSystemURL: 1 }

/** The browser's own entries of one page, which go into directories of ours, too. */
export class NativeEntries {
  readonly #files: AppFiles
  #hasMet = false

  constructor(page: Window, files: AppFiles) {
    this.#files = files
    for (const [key, at] of Object.entries(sources)) this.#watch(page, key, at)
  }

  /** The page gets one: only by one can their methods be had. */
  meet(entry: object): void {
    const prototype = this.#hasMet ? undefined : findPrototype(entry)
    if (prototype === undefined) return
    this.#hasMet = true
    for (const key of ['copyTo', 'moveTo'] as const)
      replaceMethod(prototype, key, (original) => {
        const files = this.#files
        return createFunction(key, function (this: unknown, args) {
          const [parent] = args
          const isOurs = typeof parent === 'object' && parent !== null && files.find(parent) !== undefined
          if (!isOurs) return apply(original, this, args)
          const place = `Failed to execute '${key}' on 'Entry'`
          return files.bring(this as object, key, readArguments(args, transferParameters, place))
        })
      })
  }

  #watch(page: Window, key: string, at: number): void {
    replaceMethod(page, key, (original) => {
      const listen = (succeed: unknown): unknown => {
        if (typeof succeed !== 'function') return succeed
        return (found: FileSystem | FileSystemEntry): unknown => {
          this.meet('root' in found ? found.root : found)
          return apply(succeed, undefined, [found])
        }
      }
      return createFunction(key, function (this: unknown, args) {
        return apply(
          original,
          this,
          args.map((arg, i) => (i === at ? listen(arg) : arg)),
        )
      })
    })
  }
}
