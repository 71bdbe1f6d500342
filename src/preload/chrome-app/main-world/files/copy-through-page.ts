import { createFileError } from './file-error.ts'
import { isName } from './full-path.ts'

/** Entries as any page knows them: ours, and those of the app's own file systems. */
interface AnyEntry {
  readonly name: string
  readonly isDirectory: boolean
  readonly remove: (succeed: () => void, fail: (error: unknown) => void) => void
}

interface AnyFile extends AnyEntry {
  readonly file: (succeed: (file: File) => void, fail: (error: unknown) => void) => void
  readonly createWriter: (succeed: (writer: AnyWriter) => void, fail: (error: unknown) => void) => void
}

interface AnyWriter {
  onwriteend: (() => void) | null
  readonly error: DOMException | null
  readonly length: number
  readonly write: (data: Blob) => void
  readonly truncate: (size: number) => void
}

interface AnyDirectory extends AnyEntry {
  readonly createReader: () => {
    readonly readEntries: (succeed: (entries: AnyEntry[]) => void, fail: (error: unknown) => void) => void
  }
  readonly getFile: GetEntry<AnyFile>
  readonly getDirectory: GetEntry<AnyDirectory>
  readonly removeRecursively: AnyEntry['remove']
}

type GetEntry<T> = (
  path: string,
  flags: { create: boolean },
  succeed: (entry: T) => void,
  fail: (error: unknown) => void,
) => void

/** Nothing takes the place of what is of another kind. */
const explain = (error: unknown): unknown =>
  (error as DOMException).name === 'TypeMismatchError' ? createFileError('InvalidModificationError') : error

function change(writer: AnyWriter, act: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    writer.onwriteend = () => (writer.error === null ? resolve() : reject(writer.error))
    act()
  })
}

async function copyFile(source: AnyFile, parent: AnyDirectory, name: string): Promise<AnyFile> {
  const file = await new Promise<File>((resolve, reject) => source.file(resolve, reject))
  const copy = await new Promise<AnyFile>((ok, fail) =>
    parent.getFile(name, { create: true }, ok, (error) => fail(explain(error))),
  )
  const writer = await new Promise<AnyWriter>((resolve, reject) => copy.createWriter(resolve, reject))
  if (writer.length > 0) await change(writer, () => writer.truncate(0))
  await change(writer, () => writer.write(file))
  return copy
}

async function copyDirectory(
  source: AnyDirectory,
  parent: AnyDirectory,
  name: string,
): Promise<AnyDirectory> {
  const copy = await new Promise<AnyDirectory>((ok, fail) =>
    parent.getDirectory(name, { create: true }, ok, (error) => fail(explain(error))),
  )
  const reader = source.createReader()
  const readOn = (): Promise<AnyEntry[]> => new Promise((ok, fail) => reader.readEntries(ok, fail))
  for (let batch = await readOn(); batch.length > 0; batch = await readOn())
    for (const entry of batch) await copyEntry(entry, copy, entry.name)
  return copy
}

function copyEntry(source: AnyEntry, parent: AnyDirectory, name: string): Promise<AnyEntry> {
  return source.isDirectory
    ? copyDirectory(source as AnyDirectory, parent, name)
    : copyFile(source as AnyFile, parent, name)
}

/**
 * Copies by what entries can do themselves: to the app's own file systems, which the main process knows nothing of,
 * and from the app's folder.
 */
export async function copyThroughPage(
  source: object,
  parent: object,
  newName: string,
  isMove: boolean,
): Promise<object> {
  const entry = source as AnyEntry
  const name = newName === '' ? entry.name : newName
  if (!isName(name)) throw createFileError('InvalidModificationError')
  const copy = await copyEntry(entry, parent as AnyDirectory, name)
  if (isMove)
    await new Promise<void>((resolve, reject) => {
      if (entry.isDirectory) (entry as AnyDirectory).removeRecursively(resolve, reject)
      else entry.remove(resolve, reject)
    })
  return copy
}
