import { createReaderClass } from './directory-reader.ts'
import { createFileError, toFileError } from './file-error.ts'
import type { FileStore, Gift } from './file-store.ts'
import { createWriterClass } from './file-writer.ts'
import { isName, nameOf, parentOf, resolvePath } from './full-path.ts'
import type { Arguments, Callback, Flags } from './native-class.ts'
import { callBack, NativeClass } from './native-class.ts'
import { copyThroughPage } from './copy-through-page.ts'

/** What the user has given at one time. */
export interface FileSystem {
  readonly id: string
  /** As Chrome writes it. */
  readonly name: string
  /** The app's own folder. */
  readonly isPackage: boolean
  readonly object: object
}

/** What its object stands for. */
interface FileSystemState {
  state: FileSystem | undefined
  root: object | undefined
}

/** What an entry stands for. */
export interface EntryState {
  readonly fileSystem: FileSystem
  /** `/name/...` */
  readonly path: string
  readonly isDirectory: boolean
}

export const transferParameters = ['directory', 'text?', 'callback?', 'callback?'] as const
export type TransferMethod = 'copyTo' | 'moveTo'
export type TransferArguments = Arguments<typeof transferParameters>

/** Answers a page that waits for an entry, a File, or nothing. */
function answer(
  work: Promise<readonly unknown[]>,
  succeed: Callback | undefined,
  fail: Callback | undefined,
): void {
  void work.then(
    (results) => callBack(succeed, ...results),
    (error: unknown) => callBack(fail, toFileError(error)),
  )
}

/** Where a copy is to be, or why there can be none (Chromium: blink's dom_file_system_base.cc). */
function findTarget(source: EntryState, parent: EntryState, newName: string): string {
  const name = newName === '' ? nameOf(source.path) : newName
  const isSame = source.fileSystem.id === parent.fileSystem.id
  const isInside = source.isDirectory && `${parent.path}/`.startsWith(`${source.path}/`)
  const isUnmoved = name === nameOf(source.path) && parent.path === parentOf(source.path)
  if (source.path === '/' || !isName(name) || (isSame && (isInside || isUnmoved)))
    throw createFileError('InvalidModificationError')
  return resolvePath(parent.path, name)
}

/** Makes the objects by which an app knows files and directories. All of them are the background page's. */
export class Entries {
  readonly #store: FileStore
  readonly #origin: string
  readonly #entry = new NativeClass<EntryState>('Entry')
  readonly #file = new NativeClass<EntryState>('FileEntry', this.#entry)
  readonly #directory = new NativeClass<EntryState>('DirectoryEntry', this.#entry)
  readonly #fileSystem = new NativeClass<FileSystemState>('DOMFileSystem')
  readonly #metadata = new NativeClass<{ modified: number; size: number }>('Metadata')
  readonly #createReader = createReaderClass()
  readonly #createWriter = createWriterClass()
  /** What no page has an entry of any more the main process may forget. */
  readonly #unused: FinalizationRegistry<string>

  constructor(store: FileStore, { protocol, host }: Location) {
    this.#store = store
    this.#origin = `${protocol.slice(0, -1)}_${host}_0`
    this.#unused = new FinalizationRegistry((id) => void store.main.release(id).catch(() => {}))
    this.#defineFileSystem()
    this.#defineEntry()
    this.#defineFile()
    this.#defineDirectory()
  }

  /** Undefined for what only looks like an entry, and for those that the app has made itself. */
  find(entry: object): EntryState | undefined {
    return this.#entry.find(entry)
  }

  /** The entry of what was given. */
  open({ fileSystem: id, isDirectory, name }: Gift, isPackage = false): object {
    const holder: FileSystemState = { state: undefined, root: undefined }
    const object = this.#fileSystem.create(holder)
    const fileSystem: FileSystem = { id, name: `${this.#origin}:Isolated_${id}`, isPackage, object }
    holder.state = fileSystem
    this.#unused.register(fileSystem, id)
    return this.#create(fileSystem, `/${name}`, isDirectory)
  }

  #create(fileSystem: FileSystem, path: string, isDirectory: boolean): object {
    return (isDirectory ? this.#directory : this.#file).create({ fileSystem, path, isDirectory })
  }

  #defineFileSystem(): void {
    this.#fileSystem.getter('name', ({ state }) => state?.name)
    this.#fileSystem.getter('root', (holder) => {
      holder.root ??= holder.state && this.#create(holder.state, '/', true)
      return holder.root
    })
    this.#metadata.getter('modificationTime', ({ modified }) => new Date(modified))
    this.#metadata.getter('size', ({ size }) => size)
  }

  #defineEntry(): void {
    const entry = this.#entry
    entry.getter('isFile', ({ isDirectory }) => !isDirectory)
    entry.getter('isDirectory', ({ isDirectory }) => isDirectory)
    entry.getter('name', ({ path }) => nameOf(path))
    entry.getter('fullPath', ({ path }) => path)
    entry.getter('filesystem', ({ fileSystem }) => fileSystem.object)
    this.#defineTransfer('copyTo')
    entry.method('getMetadata', ['callback', 'callback?'], ({ fileSystem, path }, succeed, fail) => {
      const work = this.#store.main.getMetadata(fileSystem.id, path)
      answer(
        work.then((found) => [this.#metadata.create(found)]),
        succeed,
        fail,
      )
    })
    entry.method('getParent', ['callback?', 'callback?'], (state, succeed, fail) =>
      answer(this.#find(state.fileSystem, parentOf(state.path), true), succeed, fail),
    )
    this.#defineTransfer('moveTo')
    entry.method('remove', ['callback', 'callback?'], (state, ok, fail) =>
      this.#remove(state, false, ok, fail),
    )
    entry.method('toURL', [], () => '')
  }

  #defineTransfer(key: TransferMethod): void {
    this.#entry.method(key, transferParameters, (state, parent, name = '', succeed, fail) =>
      answer(this.#transfer(state, parent, name, key === 'moveTo'), succeed, fail),
    )
  }

  /** An entry of the browser's own goes into a directory of ours; `known` is what it is if it was dropped. */
  bring(
    entry: object,
    known: Promise<EntryState | undefined>,
    key: TransferMethod,
    [parent, name = '', succeed, fail]: TransferArguments,
  ): void {
    const isMove = key === 'moveTo'
    const transfer = async (): Promise<[object]> => {
      const state = await known
      if (state !== undefined) return this.#transfer(state, parent, name, isMove)
      return [await copyThroughPage(entry, parent, name, isMove)]
    }
    answer(transfer(), succeed, fail)
  }

  #remove(state: EntryState, isRecursive: boolean, succeed: Callback, fail?: Callback): void {
    answer(this.#delete(state, isRecursive), succeed, fail)
  }

  async #delete({ fileSystem, path }: EntryState, isRecursive: boolean): Promise<readonly unknown[]> {
    if (path === '/') throw createFileError('InvalidModificationError')
    await this.#store.main.remove(fileSystem.id, path, isRecursive)
    return []
  }

  #defineFile(): void {
    this.#file.method('createWriter', ['callback', 'callback?'], ({ fileSystem, path }, succeed, fail) => {
      const { id } = fileSystem
      const store = this.#store
      const work = store.main.getMetadata(id, path).then(({ size }) => [
        this.#createWriter(size, {
          write: (position, bytes) => store.write(id, path, position, bytes),
          truncate: (length) => store.main.truncate(id, path, length),
        }),
      ])
      answer(work, succeed, fail)
    })
    this.#file.method('file', ['callback', 'callback?'], ({ fileSystem, path }, succeed, fail) => {
      const work = this.#store.open(fileSystem.id, path, nameOf(path))
      answer(
        work.then((file) => [file]),
        succeed,
        fail,
      )
    })
  }

  #defineDirectory(): void {
    const directory = this.#directory
    directory.method('createReader', [], (state) => this.#createReader(() => this.#list(state)))
    for (const [key, isDirectory] of [
      ['getDirectory', true],
      ['getFile', false],
    ] as const)
      directory.method(key, ['text', 'flags?', 'callback?', 'callback?'], (state, path, flags, ok, fail) =>
        answer(this.#get(state, path, isDirectory, flags), ok, fail),
      )
    directory.method('removeRecursively', ['callback', 'callback?'], (state, succeed, fail) =>
      this.#remove(state, true, succeed, fail),
    )
  }

  async #find(fileSystem: FileSystem, path: string, isDirectory: boolean): Promise<[object]> {
    const found = await this.#store.main.getMetadata(fileSystem.id, path)
    if (found.isDirectory !== isDirectory) throw createFileError('TypeMismatchError')
    return [this.#create(fileSystem, path, isDirectory)]
  }

  async #get({ fileSystem, path: from }: EntryState, path: string, isDirectory: boolean, flags?: Flags) {
    const full = resolvePath(from, path)
    if (flags?.create !== true) return this.#find(fileSystem, full, isDirectory)
    await this.#store.main.create(fileSystem.id, full, isDirectory, flags.exclusive)
    return [this.#create(fileSystem, full, isDirectory)]
  }

  async #list({ fileSystem, path }: EntryState): Promise<object[]> {
    const { directories, files } = await this.#store.main.list(fileSystem.id, path)
    const create = (names: string, isDirectory: boolean): object[] =>
      names === ''
        ? []
        : names.split('/').map((name) => this.#create(fileSystem, resolvePath(path, name), isDirectory))
    return [...create(directories, true), ...create(files, false)]
  }

  async #transfer(source: EntryState, parent: object, newName: string, isMove: boolean): Promise<[object]> {
    const target = this.find(parent)
    const path = target && findTarget(source, target, newName)
    if (target === undefined || path === undefined || (source.fileSystem.isPackage && !isMove))
      return [
        await copyThroughPage(
          this.#create(source.fileSystem, source.path, source.isDirectory),
          parent,
          newName,
          isMove,
        ),
      ]
    await this.#store.main.transfer(source.fileSystem.id, source.path, target.fileSystem.id, path, isMove)
    return [this.#create(target.fileSystem, path, source.isDirectory)]
  }
}
