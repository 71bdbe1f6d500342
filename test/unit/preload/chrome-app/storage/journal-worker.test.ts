import { beforeEach, describe, expect, it } from 'vitest'
import type {
  JournalFile,
  JournalRequest,
} from '../../../../../src/preload/chrome-app/main-world/storage/journal-worker.ts'
import { serveJournal } from '../../../../../src/preload/chrome-app/main-world/storage/journal-worker.ts'

/** A file on a disk that has room for so many bytes. */
class FakeFile implements JournalFile {
  bytes: number[] = []
  room = Infinity

  getSize(): number {
    return this.bytes.length
  }

  truncate(size: number): void {
    this.bytes.length = size
  }

  write(bytes: Uint8Array, { at }: { readonly at: number }): number {
    const written = [...bytes].slice(0, Math.max(0, this.room - at))
    this.bytes.splice(at, written.length, ...written)
    return written.length
  }

  get text(): string {
    return Buffer.from(this.bytes).toString()
  }
}

let file: FakeFile
let ask: (request: JournalRequest) => Promise<string | undefined>

beforeEach(() => {
  file = new FakeFile()
  let answer: (error: string | undefined) => void
  const scope: Parameters<typeof serveJournal>[0] = {
    onmessage: null,
    postMessage: (error) => answer(error),
  }
  serveJournal(scope)
  ask = (data) =>
    new Promise((resolve) => {
      answer = resolve
      scope.onmessage?.(new MessageEvent('message', { data }))
    })
})

describe('the worker of a journal', () => {
  it('adds texts to the file, and drops them', async () => {
    expect(await ask({ createSyncAccessHandle: async () => file })).toBeUndefined()
    expect([await ask('grün\n'), await ask('two\n'), file.text]).toEqual([
      undefined,
      undefined,
      'grün\ntwo\n',
    ])
    expect([await ask(null), file.text]).toEqual([undefined, ''])
    await ask('three\n')
    expect(file.text).toBe('three\n')
  })

  it('says that there is no room, and leaves no half of a text', async () => {
    await ask({ createSyncAccessHandle: async () => file })
    await ask('one\n')
    file.room = 6
    expect([await ask('two\n'), file.text]).toEqual(['Error: There is no room left.', 'one\n'])
  })

  it('says why the file cannot be had', async () => {
    const createSyncAccessHandle = (): Promise<JournalFile> => Promise.reject(new Error('locked'))
    expect(await ask({ createSyncAccessHandle })).toBe('Error: locked')
  })
})
