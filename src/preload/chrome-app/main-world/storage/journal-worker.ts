/** What only workers have: a file that is written at once. */
export interface JournalFile {
  getSize: () => number
  truncate: (size: number) => void
  write: (bytes: Uint8Array, options: { readonly at: number }) => number
}

export interface OpenableFile {
  readonly createSyncAccessHandle: () => Promise<JournalFile>
}

/** The file, at first; then texts to be written, and null to drop all of them. */
export type JournalRequest = OpenableFile | string | null

interface Scope {
  onmessage: ((event: MessageEvent<JournalRequest>) => void) | null
  postMessage: (error: string | undefined) => void
}

const encoder = new TextEncoder()

function append(file: JournalFile, text: string): void {
  const bytes = encoder.encode(text)
  const at = file.getSize()
  if (file.write(bytes, { at }) === bytes.length) return
  file.truncate(at)
  throw new Error('There is no room left.')
}

/** Answers each request in turn, with what is wrong or with undefined. */
export function serveJournal(scope: Scope): void {
  let file: JournalFile | undefined

  async function serve(request: JournalRequest): Promise<void> {
    if (request !== null && typeof request === 'object') file = await request.createSyncAccessHandle()
    else if (request === null) file?.truncate(0)
    else if (file !== undefined) append(file, request)
  }

  scope.onmessage = ({ data }) => {
    serve(data).then(
      () => scope.postMessage(undefined),
      (error: unknown) => scope.postMessage(String(error)),
    )
  }
}
