import type { Size, WebContents } from 'electron'

/** How large a guest would like to be, which its page is told if it wants to know. */
export class GuestSize {
  readonly #raise: (name: string, fields: object) => void
  #size: Size | undefined
  #isFollowed = false

  constructor(contents: WebContents, raise: (name: string, fields: object) => void) {
    this.#raise = raise
    contents.on('preferred-size-changed', (_event, size) => {
      // It is nothing while Electron takes a picture.
      if (size.width === 0 || size.height === 0) return
      this.#size = size
      this.#tell()
    })
  }

  follow(isFollowed: boolean): void {
    this.#isFollowed = isFollowed
    this.#tell()
  }

  #tell(): void {
    if (this.#isFollowed && this.#size !== undefined) this.#raise('preferredsize', this.#size)
  }
}
