import type { Done, Journal, JournalWriter } from './journal.ts'
import type { Changes, Store } from './store.ts'

type Line = readonly (readonly [key: string, json: string | undefined])[]

/** Commits of an app before it gets a journal, which takes a thread of its own. */
const commitsWithout = 16

/** Characters in the journal at which it goes into the store. */
const maxCharacters = 256 * 1024

const writeLine = (changes: Changes): string => `${JSON.stringify([...changes])}\n`

/** JSON has null where there was undefined. */
function readLine(line: string): Line {
  const entries = JSON.parse(line) as [key: string, json: string | null][]
  return entries.map(([key, json]) => [key, json ?? undefined])
}

/** The last line is there as a whole, or was never called back. */
function readJournal(text: string): Map<string, string | undefined> {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return new Map(lines.filter((line) => line !== '').flatMap(readLine))
}

/**
 * A store that keeps what an app writes often in a journal first: a line is added to a file in a quarter of the time that
 * a transaction takes. What is in the journal goes into the store when it has become long, and when it is loaded. One
 * commit at a time.
 */
export class JournaledStore implements Store {
  readonly #store: Store
  readonly #journal: Journal
  #commits = 0
  /** From one load to the next. */
  #life = new AbortController()
  #writer: JournalWriter | undefined
  /** What is in the journal, and not yet in the store. */
  #waiting = new Map<string, string | undefined>()
  #characters = 0

  constructor(store: Store, journal: Journal) {
    this.#store = store
    this.#journal = journal
  }

  readonly load: Store['load'] = async () => {
    this.#leaveJournal()
    const [items, text] = await Promise.all([this.#store.load(), this.#journal.read()])
    if (text === '') return items
    const changes = readJournal(text)
    await new Promise<void>((resolve, reject) => {
      this.#store.commit(changes, (error) => (error === undefined ? resolve() : reject(new Error(error))))
    })
    await this.#journal.remove()
    for (const [key, json] of changes)
      if (json === undefined) items.delete(key)
      else items.set(key, json)
    return items
  }

  readonly commit: Store['commit'] = (changes, done) => {
    this.#commits += 1
    if (this.#commits === commitsWithout) void this.#openJournal()
    if (this.#writer === undefined) this.#store.commit(changes, done)
    else this.#write(this.#writer, changes, done)
  }

  async #openJournal(): Promise<void> {
    const { signal } = this.#life
    try {
      const writer = await this.#journal.open()
      if (signal.aborted) writer.close()
      else this.#writer = writer
    } catch {
      // The store itself is as good, and slower.
    }
  }

  /** What is in it counts when it is loaded again. */
  #leaveJournal(): void {
    this.#life.abort()
    this.#life = new AbortController()
    this.#writer?.close()
    this.#writer = undefined
    this.#commits = 0
    this.#forget()
  }

  #forget(): void {
    this.#waiting = new Map()
    this.#characters = 0
  }

  #write(writer: JournalWriter, changes: Changes, done: Done): void {
    const settle: Done = (error) => {
      if (error !== undefined) this.#leaveJournal()
      done(error)
    }
    const line = writeLine(changes)
    writer.append(line, (error) => {
      if (error !== undefined) return settle(error)
      for (const [key, json] of changes) this.#waiting.set(key, json)
      this.#characters += line.length
      if (this.#characters > maxCharacters) this.#moveToStore(writer, settle)
      else done()
    })
  }

  #moveToStore(writer: JournalWriter, done: Done): void {
    this.#store.commit(this.#waiting, (error) => {
      if (error !== undefined) return done(error)
      this.#forget()
      writer.clear(done)
    })
  }
}
