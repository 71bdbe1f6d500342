import type { Result, WebContents } from 'electron'
import type { AppArguments, AppResult } from '../../../renderer-types/contract/apps/index.ts'

type Options = AppArguments<'webViewInternal', 'find'>[2]
type Found = AppResult<'webViewInternal', 'find'>
type StopAction = AppArguments<'webViewInternal', 'stopFinding'>[1]

const nothing: Found = {
  numberOfMatches: 0,
  activeMatchOrdinal: 0,
  selectionRect: { left: 0, top: 0, width: 0, height: 0 },
  canceled: false,
}

const stopActions = { activate: 'activateSelection', clear: 'clearSelection', keep: 'keepSelection' } as const

/** Searches one guest's page; what is looked for again is the next match. */
export class FindInGuest {
  readonly #contents: WebContents
  readonly #raise: (name: string, fields: object) => void
  #waiting: { readonly requestId: number; readonly found: (results: Found) => void } | undefined
  #searchText = ''
  #matchCase = false

  constructor(contents: WebContents, raise: (name: string, fields: object) => void) {
    this.#contents = contents
    this.#raise = raise
    contents.on('found-in-page', (_event, result) => this.#note(result))
    contents.once('destroyed', () => this.#cancel())
  }

  find(searchText: string, { backward = false, matchCase = false }: Options = {}): Promise<Found> {
    this.#cancel()
    if (searchText === '') return Promise.resolve(nothing)
    // Electron calls a new search the next one.
    const findNext = searchText !== this.#searchText || matchCase !== this.#matchCase
    this.#searchText = searchText
    this.#matchCase = matchCase
    return new Promise((resolve) => {
      const options = { forward: !backward, findNext, matchCase }
      const requestId = this.#contents.findInPage(searchText, options)
      this.#waiting = { requestId, found: resolve }
    })
  }

  stop(action: StopAction = 'keep'): void {
    this.#cancel()
    this.#searchText = ''
    this.#contents.stopFindInPage(stopActions[action])
  }

  #cancel(): void {
    this.#waiting?.found({ ...nothing, canceled: true })
    this.#waiting = undefined
  }

  #note({ activeMatchOrdinal, finalUpdate, matches, requestId, selectionArea }: Result): void {
    const results: Found = {
      numberOfMatches: matches,
      activeMatchOrdinal,
      selectionRect: {
        left: selectionArea.x,
        top: selectionArea.y,
        width: selectionArea.width,
        height: selectionArea.height,
      },
      canceled: false,
    }
    const searchText = this.#searchText.slice(0, 256)
    this.#raise('findupdate', { ...results, searchText, finalUpdate })
    if (!finalUpdate || this.#waiting?.requestId !== requestId) return
    this.#waiting.found(results)
    this.#waiting = undefined
  }
}
