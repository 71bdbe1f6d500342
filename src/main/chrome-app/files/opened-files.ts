import { app as program } from 'electron'

/** Files that macOS opens with the program: it says so as an event, which may come before anything is ready. */
class OpenedFiles {
  readonly #early: string[] = []
  #open = (file: string): void => void this.#early.push(file)

  constructor() {
    program.on('open-file', (event, file) => {
      event.preventDefault()
      this.#open(file)
    })
  }

  /** Those that came so far; from now on they are handed to `open`. */
  take(open: (file: string) => void): string[] {
    this.#open = open
    return this.#early.splice(0)
  }
}

export const openedFiles = new OpenedFiles()
