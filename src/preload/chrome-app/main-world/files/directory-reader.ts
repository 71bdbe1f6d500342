import type { Callback } from './native-class.ts'
import { callBack, NativeClass } from './native-class.ts'
import { createFileError, toFileError } from './file-error.ts'

/** Entries that a page is given at a time (Chromium: blink's directory_reader.cc). */
const batchSize = 100

interface Reader {
  readonly list: () => Promise<object[]>
  left: object[] | undefined
  isReading: boolean
}

async function read(reader: Reader, succeed: Callback, fail: Callback | undefined): Promise<void> {
  reader.isReading = true
  try {
    reader.left ??= await reader.list()
  } catch (error) {
    reader.isReading = false
    return callBack(fail, toFileError(error))
  }
  reader.isReading = false
  callBack(succeed, reader.left.splice(0, batchSize))
}

/** Makes objects that give out, in pieces, what a directory has. */
export function createReaderClass(): (list: () => Promise<object[]>) => object {
  const DirectoryReader = new NativeClass<Reader>('DirectoryReader')
  DirectoryReader.method('readEntries', ['callback', 'callback?'], (reader, succeed, fail) => {
    if (reader.isReading)
      void Promise.resolve().then(() => callBack(fail, createFileError('InvalidStateError')))
    else void read(reader, succeed, fail)
  })
  return (list) => DirectoryReader.create({ list, left: undefined, isReading: false })
}
