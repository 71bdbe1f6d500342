import type { WebContents } from 'electron'
import { cutText } from './cut-text.ts'

/** The name of what a guest shows (`window.name`), which its page may change. */
export class GuestName {
  readonly #contents: WebContents
  readonly #raise: (name: string, fields: object) => void
  #last = ''

  constructor(contents: WebContents, raise: (name: string, fields: object) => void) {
    this.#contents = contents
    this.#raise = raise
  }

  /** Before anything is loaded: `load` loads a page. */
  async begin(name: string, load: (url: string) => Promise<void>): Promise<void> {
    const contents = this.#contents
    if (name !== '') {
      // Without a page there is no frame that can have a name.
      await load('about:blank').catch(() => {})
      await this.set(name)
      contents.once('did-navigate', () => contents.navigationHistory.clear())
    }
    // Electron does not say when it has changed.
    const events: NodeJS.EventEmitter = contents
    for (const event of ['did-navigate', 'dom-ready', 'did-stop-loading'])
      events.on(event, () => this.#look())
  }

  async set(name: string): Promise<void> {
    this.#last = name
    try {
      await this.#contents.mainFrame.executeJavaScript(`void (window.name = ${JSON.stringify(name)})`)
    } catch {
      // A guest that has gone while it began has no frame: to ask for it throws.
    }
  }

  /** Electron throws for a guest whose process has gone, of which it tells all the same that it has stopped loading. */
  #read(): string {
    try {
      return this.#contents.mainFrame.name
    } catch {
      return this.#last
    }
  }

  #look(): void {
    const name = this.#read()
    if (name === this.#last) return
    this.#last = name
    this.#raise('framenamechanged', { name: cutText(name) })
  }
}
