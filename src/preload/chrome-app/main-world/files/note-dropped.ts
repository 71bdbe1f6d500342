import { replaceMethod } from '../restrictions/replace-method.ts'
import type { DroppedEntries } from './dropped-entries.ts'

const { apply } = Reflect

type GetHandle = (this: unknown) => Promise<FileSystemHandle | null>

/** Whatever entry of something dropped the page gets, the app's API will know it; `meet` is told of it. */
export function noteDropped(
  { DataTransferItem }: typeof globalThis,
  dropped: DroppedEntries,
  meet: (entry: object) => void,
): void {
  const { prototype } = DataTransferItem
  const getHandle = Reflect.get(prototype, 'getAsFileSystemHandle') as GetHandle
  replaceMethod(
    prototype,
    'webkitGetAsEntry',
    (original) =>
      function webkitGetAsEntry(this: unknown, ...args: unknown[]) {
        const entry = apply(original, this, args) as object | null
        if (entry === null) return entry
        meet(entry)
        dropped.note(entry, apply(getHandle, this, []))
        return entry
      },
  )
}
