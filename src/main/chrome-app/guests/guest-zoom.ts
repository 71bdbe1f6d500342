import type { WebContents } from 'electron'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'

export type ZoomMode = AppArguments<'webViewInternal', 'setZoomMode'>[1]

/** Of Chrome's own. */
const minZoom = 0.25
const maxZoom = 5

/** How large a guest is shown. Electron zooms hosts, with all guests of the partition that show them. */
export class GuestZoom {
  readonly #contents: WebContents
  readonly #raise: (name: string, fields: object) => void
  #mode: ZoomMode = 'per-origin'
  /** That of the host, while the guest has another one. */
  #shared: number | undefined

  constructor(contents: WebContents, raise: (name: string, fields: object) => void) {
    this.#contents = contents
    this.#raise = raise
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument && this.#mode === 'per-view') this.setMode('per-origin')
    })
  }

  get mode(): ZoomMode {
    return this.#mode
  }

  get factor(): number {
    return this.#contents.getZoomFactor()
  }

  setFactor(factor: number): void {
    if (this.#mode !== 'disabled') this.#apply(Math.min(Math.max(factor, minZoom), maxZoom))
  }

  setMode(mode: ZoomMode): void {
    if (mode === this.#mode) return
    if (mode === 'per-origin') this.#apply(this.#shared ?? this.factor)
    this.#shared = mode === 'per-origin' ? undefined : (this.#shared ?? this.factor)
    if (mode === 'disabled') this.#apply(1)
    this.#mode = mode
  }

  #apply(factor: number): void {
    const oldZoomFactor = this.factor
    this.#contents.setZoomFactor(factor)
    this.#raise('zoomchange', { oldZoomFactor, newZoomFactor: this.factor })
  }
}
