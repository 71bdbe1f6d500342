import { defineOwn } from '../../../main-world/primordials.ts'
import { createFileError, toFileError } from './file-error.ts'
import { NativeClass } from './native-class.ts'

/** Bytes that go to the main process at a time: a message takes no more of what is no stream. */
const pieceLength = 512 * 1024
/** Milliseconds between two `progress` events (Chromium: blink's file_writer.cc). */
const progressInterval = 50

const states = { INIT: 0, WRITING: 1, DONE: 2 } as const
const eventNames = ['writestart', 'progress', 'write', 'abort', 'error', 'writeend'] as const
type EventName = (typeof eventNames)[number]

/** The file that is written. */
export interface Target {
  readonly write: (position: number, bytes: ArrayBuffer) => Promise<unknown>
  readonly truncate: (size: number) => Promise<unknown>
}

/** One `FileWriter`, as blink has it. */
class Writer {
  readonly events: EventTarget
  readyState: number = states.INIT
  error: DOMException | null = null
  position = 0
  length: number
  readonly #target: Target
  readonly #handlers = new Map<EventName, unknown>()
  /** What is done in this moment; who is aborted has another one. */
  #operation: object | undefined
  /** What has been begun on the file last: the next thing waits for it, aborted or not. */
  #last: Promise<unknown> = Promise.resolve()
  #loaded = 0
  #total = 0
  #lastProgress = 0

  constructor(events: EventTarget, length: number, target: Target) {
    this.events = events
    this.length = length
    this.#target = target
  }

  getHandler(name: EventName): unknown {
    return this.#handlers.get(name) ?? null
  }

  setHandler(name: EventName, handler: unknown): void {
    const isHandler = typeof handler === 'function' || (typeof handler === 'object' && handler !== null)
    if (!this.#handlers.has(name)) this.events.addEventListener(name, (event) => this.#handle(name, event))
    this.#handlers.set(name, isHandler ? handler : null)
  }

  #handle(name: EventName, event: Event): void {
    const handler = this.#handlers.get(name)
    if (typeof handler === 'function') Reflect.apply(handler, this.events, [event])
  }

  write(data: Blob): void {
    const isCurrent = this.#begin('write', data.size)
    this.#run(async () => {
      // Read while what came before is written.
      let next = data.slice(0, pieceLength).arrayBuffer()
      for (let at = 0; at < data.size && isCurrent(); at += pieceLength) {
        const bytes = await next
        if (!isCurrent()) return
        next = data.slice(at + pieceLength, at + 2 * pieceLength).arrayBuffer()
        next.catch(() => {})
        const { byteLength } = bytes
        await this.#target.write(this.position, bytes)
        if (isCurrent()) this.#advance(byteLength)
      }
      if (isCurrent()) this.#tell('progress')
    }, isCurrent)
  }

  truncate(size: number): void {
    if (size < 0) this.#refuse('truncate')
    const isCurrent = this.#begin('truncate', 0)
    this.#run(async () => {
      await this.#target.truncate(size)
      if (!isCurrent()) return
      this.length = size
      this.position = Math.min(this.position, size)
    }, isCurrent)
  }

  seek(position: number): void {
    if (this.readyState === states.WRITING) this.#refuse('seek')
    const from = position < 0 ? this.length + position : position
    this.position = Math.min(Math.max(from, 0), this.length)
  }

  abort(): void {
    if (this.readyState === states.WRITING) this.#complete(createFileError('AbortError'))
  }

  #refuse(method: string): never {
    const { message, name } = createFileError('InvalidStateError')
    this.error = new DOMException(message, name)
    throw new DOMException(`Failed to execute '${method}' on 'FileWriter': ${message}`, name)
  }

  #begin(method: string, total: number): () => boolean {
    if (this.readyState === states.WRITING) this.#refuse(method)
    const operation = {}
    this.#operation = operation
    this.readyState = states.WRITING
    this.#loaded = 0
    this.#total = total
    this.#lastProgress = 0
    this.#tell('writestart')
    return () => this.#operation === operation
  }

  #run(work: () => Promise<void>, isCurrent: () => boolean): void {
    this.#last = this.#last
      .then(() => (isCurrent() ? work() : undefined))
      .then(
        () => isCurrent() && this.#complete(),
        (error: unknown) => isCurrent() && this.#complete(toFileError(error)),
      )
  }

  #advance(bytes: number): void {
    this.#loaded += bytes
    this.position += bytes
    this.length = Math.max(this.length, this.position)
    const now = performance.now()
    if (now - this.#lastProgress < progressInterval) return
    this.#lastProgress = now
    this.#tell('progress')
  }

  #complete(error?: DOMException): void {
    this.#operation = undefined
    this.readyState = states.DONE
    if (error === undefined) this.#tell('write')
    else {
      this.error = error
      this.#tell(error.name === 'AbortError' ? 'abort' : 'error')
    }
    this.#tell('writeend')
  }

  #tell(name: EventName): void {
    const progress = { lengthComputable: true, loaded: this.#loaded, total: this.#total }
    this.events.dispatchEvent(new ProgressEvent(name, progress))
  }
}

/** Makes FileWriters for files of that length. */
export function createWriterClass(): (length: number, target: Target) => object {
  const FileWriter = new NativeClass<Writer>('FileWriter', undefined, EventTarget.prototype)
  for (const key of ['readyState', 'error', 'position', 'length'] as const)
    FileWriter.getter(key, (writer) => writer[key])
  for (const name of eventNames)
    FileWriter.property(
      `on${name}`,
      (writer) => writer.getHandler(name),
      (writer, handler) => writer.setHandler(name, handler),
    )
  for (const [key, value] of Object.entries(states))
    defineOwn(FileWriter.prototype, key, { value, enumerable: true })
  FileWriter.method('abort', [], (writer) => writer.abort())
  FileWriter.method('seek', ['number'], (writer, position) => writer.seek(position))
  FileWriter.method('truncate', ['number'], (writer, size) => writer.truncate(size))
  FileWriter.method('write', ['blob'], (writer, data) => writer.write(data))
  return (length, target) => {
    const events = new EventTarget()
    return FileWriter.create(new Writer(events, length, target), events)
  }
}
