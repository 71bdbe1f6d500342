const name = 'electron-chrome-sockets'

/** Lines in a second, and characters of a line. */
const most = { lines: 200, characters: 400 }

function isOurName(word: string): boolean {
  const escaped = word.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${escaped}$`).test(name)
}

/**
 * True when the environment variable `DEBUG` has our name in it, as the debug package reads it: words with commas or
 * blanks between them, `*` for anything, a `-` before what is not wanted.
 */
export function isDebugged(variable = ''): boolean {
  const words = variable.split(/[\s,]+/).filter((word) => word !== '')
  const unwanted = words.filter((word) => word.startsWith('-')).map((word) => word.slice(1))
  return words.some(isOurName) && !unwanted.some(isOurName)
}

/** What pages and peers say must not steer the terminal: control characters, and those that turn a line around. */
function escapeControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** Writes what happens, for a developer, and not more than can be read. */
export class DebugLog {
  readonly #write: (line: string) => void
  #lines = 0
  #leftOut = 0

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  /** What is left out is not even put together. */
  say(describe: () => string): void {
    if (this.#lines === 0) setTimeout(() => this.#endSecond(), 1000).unref()
    this.#lines += 1
    if (this.#lines > most.lines) this.#leftOut += 1
    else this.#print(describe())
  }

  #endSecond(): void {
    if (this.#leftOut > 0) this.#print(`${this.#leftOut} lines more in this second were left out`)
    this.#lines = 0
    this.#leftOut = 0
  }

  #print(text: string): void {
    const line = text.length > most.characters ? `${text.slice(0, most.characters)}…` : text
    this.#write(`${new Date().toISOString()} ${name} ${escapeControls(line)}`)
  }
}

let log: DebugLog | undefined

/** The log of this process; undefined unless the variable asks for it. */
export function findDebugLog(): DebugLog | undefined {
  if (isDebugged(process.env['DEBUG'])) log ??= new DebugLog((line) => console.error(line))
  return log
}
