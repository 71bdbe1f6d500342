import { setImmediate as waitForTurn } from 'node:timers/promises'
import type { WebContents } from 'electron'
import { gone } from '../turn-queue.ts'

/** Files that go to the page at a time: each costs it a question to the browser process. */
const batchSize = 32

interface Waiting {
  readonly file: string
  /** Aborted when nobody waits for it any more. */
  readonly end: AbortSignal
  readonly resolve: (sent: number) => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs in a world of its own, so that the page cannot reach it. What is put into the input goes to the page as an
 * event, whose name only its facade knows.
 */
const createInput = (eventName: string, first: number): string => `(() => {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  let next = ${first}
  input.onchange = () => {
    const files = [...input.files]
    input.value = ''
    for (const file of files)
      window.dispatchEvent(new MessageEvent(${JSON.stringify(eventName)}, { data: { sent: next++, file } }))
  }
  return input
})()`

interface Frame {
  readonly frameTree: { readonly frame: { readonly id: string } }
}

/**
 * Gives a page Files of any path, which are read when they are read: Chrome's own, with its checks for a file that has
 * changed. Nothing in Electron does that but the tools for developers, which give files to an `<input>`.
 */
export class FileSender {
  readonly #contents: WebContents
  readonly #eventName: string
  readonly #waiting: Waiting[] = []
  #input: string | undefined
  #isSending = false
  #next = 0

  constructor(contents: WebContents, eventName: string) {
    this.#contents = contents
    this.#eventName = eventName
  }

  /** The number of the File: the page has it by then. */
  send(file: string, end: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, end, resolve, reject })
      if (!this.#isSending) void this.#sendAll()
    })
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true
    while (this.#waiting.length > 0) await this.#sendBatch(this.#waiting.splice(0, batchSize))
    this.#isSending = false
  }

  async #sendBatch(taken: readonly Waiting[]): Promise<void> {
    const batch = taken.filter(({ end }) => !end.aborted)
    for (const { end, reject } of taken) if (end.aborted) reject(gone)
    if (batch.length === 0) return waitForTurn()
    try {
      this.#input ??= await this.#openInput()
      const files = batch.map(({ file }) => file)
      await this.#contents.debugger.sendCommand('DOM.setFileInputFiles', { files, objectId: this.#input })
      for (const { resolve } of batch) resolve(this.#next++)
    } catch (error) {
      // Which of them have come is not known: those that follow count from a place that none of them has.
      this.#input = undefined
      this.#next += batch.length
      for (const { reject } of batch) reject(error)
    }
  }

  async #openInput(): Promise<string> {
    const { debugger: tools } = this.#contents
    if (!tools.isAttached()) tools.attach('1.3')
    tools.once('detach', () => {
      this.#input = undefined
    })
    const { frameTree } = (await tools.sendCommand('Page.getFrameTree')) as Frame
    const world = { frameId: frameTree.frame.id, worldName: 'electron-chrome-sockets' }
    const { executionContextId } = (await tools.sendCommand('Page.createIsolatedWorld', world)) as {
      executionContextId: number
    }
    const expression = createInput(this.#eventName, this.#next)
    const { result } = (await tools.sendCommand('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
    })) as { result: { objectId: string } }
    return result.objectId
  }
}
