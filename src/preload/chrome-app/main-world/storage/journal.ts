import { findBucket } from './bucket.ts'
import workerSource from './journal-worker.ts?source'

/** Told what is wrong, or nothing. */
export type Done = (error?: string) => void

/** Writes to a journal, one thing at a time. */
export interface JournalWriter {
  /** Calls back when the text is kept, even though all processes should be killed in that moment. */
  readonly append: (text: string, done: Done) => void
  readonly clear: (done: Done) => void
  readonly close: () => void
}

/** A file of texts. */
export interface Journal {
  /** All of it, which is nothing where there is none. */
  readonly read: () => Promise<string>
  readonly remove: () => Promise<void>
  readonly open: () => Promise<JournalWriter>
}

/** The worker opens the file as pages cannot. */
type Message = FileSystemFileHandle | string | null

const { Blob, URL, Worker } = globalThis

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError'

function startWorker(): Worker {
  const url = URL.createObjectURL(
    new Blob([`${workerSource}.serveJournal(self)`], { type: 'text/javascript' }),
  )
  const worker = new Worker(url)
  URL.revokeObjectURL(url)
  return worker
}

function createWriter(
  worker: Worker,
): JournalWriter & { readonly send: (request: Message, done: Done) => void } {
  let answer: Done | undefined
  const settle = (error?: string): void => {
    const done = answer
    answer = undefined
    done?.(error)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<string | undefined>) => settle(data))
  // Where the worker cannot be loaded.
  worker.addEventListener('error', ({ message }) => settle(message || 'The journal cannot be written.'))
  const send = (request: Message, done: Done): void => {
    answer = done
    worker.postMessage(request)
  }
  return {
    send,
    append: send,
    clear: (done) => send(null, done),
    close: () => worker.terminate(),
  }
}

async function openWriter(file: FileSystemFileHandle): Promise<JournalWriter> {
  const writer = createWriter(startWorker())
  return new Promise((resolve, reject) => {
    writer.send(file, (error) => {
      if (error === undefined) return resolve(writer)
      writer.close()
      reject(new Error(error))
    })
  })
}

const findDirectory = async (): Promise<FileSystemDirectoryHandle> => (await findBucket()).getDirectory()

/** A worker that has been ended holds its file a moment longer. */
const tries = 40
const pause = 50

async function remove(name: string): Promise<void> {
  const directory = await findDirectory()
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await directory.removeEntry(name)
    } catch (error) {
      if (left === 1) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** A journal in the app's own bucket. */
export function createJournal(name: string): Journal {
  return {
    async read() {
      try {
        const file = await (await findDirectory()).getFileHandle(name)
        return await (await file.getFile()).text()
      } catch (error) {
        if (isMissing(error)) return ''
        throw error
      }
    },
    remove: () => remove(name),
    async open() {
      return openWriter(await (await findDirectory()).getFileHandle(name, { create: true }))
    },
  }
}
