import { describe, expect, it } from 'vitest'
import { AnswerQueue } from '../../../../../src/preload/chrome-app/main-world/answer-queue.ts'
import { StorageArea } from '../../../../../src/preload/chrome-app/main-world/storage/storage-area.ts'
import type { Changes, Store } from '../../../../../src/preload/chrome-app/main-world/storage/store.ts'
import { createMemoryStore } from '../../../../../src/preload/chrome-app/main-world/storage/store.ts'

/** A store that keeps changes when it is told to. */
class SlowStore implements Store {
  readonly items = new Map<string, string>()
  readonly commits: Changes[] = []
  loads = 0
  #done: ((error?: string) => void)[] = []

  readonly load = (): Promise<Map<string, string>> => {
    this.loads += 1
    return Promise.resolve(new Map(this.items))
  }

  readonly commit: Store['commit'] = (changes, done) => {
    this.commits.push(changes)
    this.#done.push(done)
  }

  finish(error?: string): void {
    const changes = this.commits.at(-1) ?? new Map<string, string>()
    if (error === undefined)
      for (const [key, json] of changes) if (json !== undefined) this.items.set(key, json)
    this.#done.shift()?.(error)
  }
}

interface Rig {
  readonly area: StorageArea
  readonly record: string[]
  readonly set: (key: string, json: string) => void
  readonly get: (key: string) => void
}

const exceeded = { bytes: 'too many bytes' }
const measure = (key: string, json: string): number => key.length + json.length

function createRig(store: Store, answers = new AnswerQueue(() => {}), name = ''): Rig {
  const record: string[] = []
  const area = new StorageArea({ store, measure, quota: { bytes: 100, exceeded }, answers })
  const note = (what: string, text: string): void => void record.push(`${name}${what} ${text}`)
  return {
    area,
    record,
    set: (key, json) =>
      area.change([[key, json]], {
        succeed: (changes) => note(`set ${key}`, changes ?? 'nothing'),
        fail: (error) => note(`set ${key} failed`, error),
      }),
    get: (key) =>
      area.get([key], {
        succeed: (found) => note(`get ${key}`, found.map(([, json]) => json).join(',')),
        fail: (error) => note(`get ${key} failed`, error),
      }),
  }
}

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('an area of chrome.storage', () => {
  it('keeps what is said in a turn, and while the store is busy, in one piece each', async () => {
    const store = new SlowStore()
    const { get, record, set } = createRig(store)
    for (let i = 0; i < 1000; i += 1) set('a', String(i))
    get('a')
    await rest()
    expect(store.commits).toEqual([new Map([['a', '999']])])
    set('b', '1')
    set('b', '2')
    await rest()
    expect(store.commits).toHaveLength(1)
    expect(record).toEqual([])
    store.finish()
    expect(record).toHaveLength(1001)
    expect(record.slice(0, 2)).toEqual([
      'set a {"a":{"newValue":0}}',
      'set a {"a":{"newValue":1,"oldValue":0}}',
    ])
    expect(record.at(-1)).toBe('get a 999')
    expect(store.commits[1]).toEqual(new Map([['b', '2']]))
    store.finish()
    expect(record.slice(-2)).toEqual([
      'set b {"b":{"newValue":1}}',
      'set b {"b":{"newValue":2,"oldValue":1}}',
    ])
  })

  it('answers in the order of the calls, whatever they need', async () => {
    const store = new SlowStore()
    const { get, record, set } = createRig(store)
    set('a', '1')
    get('a')
    set('a', '1')
    set('big', 'x'.repeat(200))
    get('zz')
    await rest()
    expect(record).toEqual([])
    store.finish()
    expect(record).toEqual([
      'set a {"a":{"newValue":1}}',
      'get a 1',
      'set a nothing',
      'set big failed too many bytes',
      'get zz ',
    ])
  })

  it('answers in the order of the calls to all areas', async () => {
    const answers = new AnswerQueue(() => {})
    const store = new SlowStore()
    const slow = createRig(store, answers)
    const quick = createRig(createMemoryStore([['q', '1']]), answers)
    slow.set('a', '1')
    quick.get('q')
    await rest()
    expect(quick.record).toEqual([])
    expect(answers.isEmpty).toBe(false)
    store.finish()
    expect(quick.record).toEqual(['get q 1'])
    expect(answers.isEmpty).toBe(true)
  })

  it('tells what could not be kept, and believes the store from then on', async () => {
    const store = new SlowStore()
    store.items.set('a', '1')
    const { get, record, set } = createRig(store)
    set('a', '2')
    await rest()
    store.finish('disk full')
    get('a')
    await rest()
    expect(record).toEqual(['set a failed disk full', 'get a 1'])
    expect(store.loads).toBe(2)
  })

  it('fails calls while the store cannot be loaded, and tries again', async () => {
    let isBroken = true
    const { get, record } = createRig({
      load: () => (isBroken ? Promise.reject(new Error('broken')) : Promise.resolve(new Map())),
      commit: () => {},
    })
    get('a')
    get('b')
    await rest()
    expect(record).toEqual(['get a failed broken', 'get b failed broken'])
    isBroken = false
    get('a')
    await rest()
    expect(record.at(-1)).toBe('get a ')
  })
})
