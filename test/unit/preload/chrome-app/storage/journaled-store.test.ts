import { beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '../../../../../src/preload/chrome-app/main-world/storage/journal.ts'
import { JournaledStore } from '../../../../../src/preload/chrome-app/main-world/storage/journaled-store.ts'
import type { Changes, Store } from '../../../../../src/preload/chrome-app/main-world/storage/store.ts'

/** What outlives the app: the items of the store, and the text of the journal. */
class Disk {
  readonly items = new Map<string, string>()
  journal: string | undefined
  commits = 0
  /** What the next commit, append, clear or remove fails with. */
  failure: string | undefined
  isOpen = false
  /** Holds `open` back. */
  opening: Promise<void> = Promise.resolve()

  readonly store: Store = {
    load: () => Promise.resolve(new Map(this.items)),
    commit: (changes, done) => {
      if (this.failure !== undefined) return done(this.failure)
      this.commits += 1
      for (const [key, json] of changes)
        if (json === undefined) this.items.delete(key)
        else this.items.set(key, json)
      done()
    },
  }

  readonly file: Journal = {
    read: () => Promise.resolve(this.journal ?? ''),
    remove: async () => {
      if (this.isOpen) throw new Error('it is open')
      this.journal = undefined
    },
    open: async () => {
      await this.opening
      this.isOpen = true
      this.journal ??= ''
      return {
        append: (text, done) => {
          if (this.failure === undefined) this.journal += text
          done(this.failure)
        },
        clear: (done) => {
          this.journal = ''
          done()
        },
        close: () => {
          this.isOpen = false
        },
      }
    },
  }
}

let disk: Disk
let store: Store

const commit = (changes: Changes): Promise<string | undefined> =>
  new Promise((resolve) => {
    store.commit(changes, resolve)
  })

const set = (key: string, json: string): Promise<string | undefined> => commit(new Map([[key, json]]))

/** As many commits as it takes until there is a journal. */
async function writeOften(): Promise<void> {
  for (let n = 0; n < 16; n += 1) await set('often', String(n))
  await new Promise((resolve) => setTimeout(resolve, 0))
}

/** All processes are killed, and the app is started again. */
function restart(): Promise<Map<string, string>> {
  disk.isOpen = false
  store = new JournaledStore(disk.store, disk.file)
  return store.load()
}

beforeEach(async () => {
  disk = new Disk()
  await restart()
})

describe('a store with a journal', () => {
  it('has none for an app that writes seldom', async () => {
    await set('a', '1')
    expect(disk.journal).toBeUndefined()
    expect(disk.items).toEqual(new Map([['a', '1']]))
  })

  it('writes lines instead of transactions, and has all of them at the next start', async () => {
    await writeOften()
    const { commits } = disk
    await set('a', '1')
    await commit(
      new Map([
        ['a', undefined],
        ['b', '"two\\nlines"'],
      ]),
    )
    expect([disk.commits, disk.journal?.split('\n').length]).toEqual([commits, 3])
    const items = new Map([
      ['b', '"two\\nlines"'],
      ['often', '15'],
    ])
    expect(await restart()).toEqual(items)
    expect([disk.journal, disk.items]).toEqual([undefined, items])
  })

  it('does without a line that was not written to its end', async () => {
    await writeOften()
    await set('a', '1')
    disk.journal += '[["a","2'
    expect((await restart()).get('a')).toBe('1')
  })

  it('moves what has become long into the store, and begins anew', async () => {
    await writeOften()
    const { commits } = disk
    const long = JSON.stringify('x'.repeat(100_000))
    for (const key of ['a', 'b', 'c']) expect(await set(key, long)).toBeUndefined()
    expect([disk.commits, disk.journal, disk.items.get('a')]).toEqual([commits + 1, '', long])
    await set('a', '1')
    expect((await restart()).get('a')).toBe('1')
  })

  it('says what the journal could not keep, and keeps what it has', async () => {
    await writeOften()
    await set('a', '1')
    disk.failure = 'no room'
    expect(await set('a', '2')).toBe('no room')
    disk.failure = undefined
    expect(disk.isOpen).toBe(false)
    expect((await store.load()).get('a')).toBe('1')
    await set('a', '3')
    expect(disk.items.get('a')).toBe('3')
    await writeOften()
    expect(disk.isOpen).toBe(true)
  })

  it('says what the store could not take of the journal, which still has it', async () => {
    await writeOften()
    await set('a', '1')
    const long = JSON.stringify('x'.repeat(300_000))
    const { commit: take } = disk.store
    Object.assign(disk.store, { commit: (_changes: Changes, done: (error?: string) => void) => done('full') })
    expect(await set('b', long)).toBe('full')
    Object.assign(disk.store, { commit: take })
    expect(new Set((await store.load()).keys())).toEqual(new Set(['a', 'b', 'often']))
  })

  it('goes without where there can be none', async () => {
    disk.opening = Promise.reject(new Error('no workers'))
    await writeOften()
    await set('a', '1')
    expect([disk.journal, disk.items.get('a')]).toEqual([undefined, '1'])
  })

  it('opens none for what has been loaded again meanwhile', async () => {
    let open = (): void => {}
    disk.opening = new Promise((resolve) => (open = resolve))
    await writeOften()
    await store.load()
    open()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(disk.isOpen).toBe(false)
    await set('a', '1')
    expect(disk.items.get('a')).toBe('1')
  })
})
