import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nameFailure } from '../../../../../src/main/chrome-app/files/file-failure.ts'
import type { FailureName } from '../../../../../src/main/chrome-app/files/file-failure.ts'
import {
  create,
  getMetadata,
  listDirectory,
  remove,
  truncate,
  write,
} from '../../../../../src/main/chrome-app/files/file-operations.ts'
import { Gifts } from '../../../../../src/main/chrome-app/files/gifts.ts'
import type { Place } from '../../../../../src/main/chrome-app/files/locate.ts'
import { locate } from '../../../../../src/main/chrome-app/files/locate.ts'
import { realFs } from '../../../../../src/main/chrome-app/files/real-fs.ts'
import { transfer } from '../../../../../src/main/chrome-app/files/transfer.ts'

let outside: string
let tree: string
let at: (entryPath: string) => Place

beforeEach(() => {
  outside = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'files-')))
  tree = path.join(outside, 'tree')
  fs.mkdirSync(path.join(tree, 'sub'), { recursive: true })
  fs.writeFileSync(path.join(outside, 'secret'), 'secret')
  fs.writeFileSync(path.join(tree, 'a.txt'), 'hello')
  fs.writeFileSync(path.join(tree, 'sub', 'b.txt'), 'b')
  fs.symlinkSync('../secret', path.join(tree, 'link'))
  fs.symlinkSync('..', path.join(tree, 'out'))
  fs.symlinkSync('sub', path.join(tree, 'in'))
  fs.symlinkSync('nowhere', path.join(tree, 'dangling'))
  execFileSync('mkfifo', [path.join(tree, 'pipe')])
  const gifts = new Gifts()
  const { id } = gifts.give(tree, { isDirectory: true, isWritable: true }) ?? { id: '' }
  at = (entryPath) => locate(gifts, id, entryPath)
})
afterEach(() => fs.rmSync(outside, { recursive: true, force: true }))

const read = (name: string): string => fs.readFileSync(path.join(tree, name), 'utf8')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function failureOf(work: Promise<unknown>): Promise<FailureName | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    return nameFailure(error)
  }
}

const unseen = ['/tree/link', '/tree/dangling', '/tree/pipe', '/tree/out/secret', '/tree/in/b.txt']

describe('links, what is behind them, and devices', () => {
  it.each(unseen)('%s cannot be looked at', async (entryPath) => {
    expect(await failureOf(getMetadata(at(entryPath)))).toBe('NotFoundError')
  })

  it.each(unseen)('%s cannot be written, made or shortened', async (entryPath) => {
    expect(await failureOf(write(at(entryPath), 0, bytes('x')))).toBe('NotFoundError')
    expect(await failureOf(create(at(entryPath), false, false))).toBe('NotFoundError')
    expect(await failureOf(truncate(at(entryPath), 0))).toBe('NotFoundError')
    expect(fs.readFileSync(path.join(outside, 'secret'), 'utf8')).toBe('secret')
  })

  it.each(unseen)('%s cannot be removed, copied or moved', async (entryPath) => {
    expect(await failureOf(remove(at(entryPath), false))).toBe('NotFoundError')
    expect(await failureOf(remove(at(entryPath), true))).toBe('NotFoundError')
    expect(await failureOf(transfer(at(entryPath), at('/tree/copy'), false))).toBe('NotFoundError')
    expect(await failureOf(transfer(at(entryPath), at('/tree/copy'), true))).toBe('NotFoundError')
    expect(fs.existsSync(path.join(tree, 'copy'))).toBe(false)
  })

  it('are not listed, and not a way into another directory', async () => {
    expect(await listDirectory(at('/tree'))).toEqual({ directories: 'sub', files: 'a.txt' })
    expect(await failureOf(listDirectory(at('/tree/out')))).toBe('NotFoundError')
    expect(await failureOf(transfer(at('/tree/a.txt'), at('/tree/out/a.txt'), false))).toBe('NotFoundError')
  })

  it('that come in the way of the directory itself hide it', async () => {
    fs.renameSync(tree, `${tree}2`)
    fs.symlinkSync('/etc', tree)
    expect(await failureOf(listDirectory(at('/tree')))).toBe('NotFoundError')
    expect(await failureOf(getMetadata(at('/tree/passwd')))).toBe('NotFoundError')
    expect(await failureOf(write(at('/tree/passwd'), 0, bytes('x')))).toBe('NotFoundError')
  })

  it('in a copied directory stay behind, and in a removed one they go alone', async () => {
    await transfer(at('/tree'), { ...at('/tree'), name: 'copy' }, false)
    expect(fs.readdirSync(path.join(outside, 'copy')).toSorted()).toEqual(['a.txt', 'sub'])
    await remove({ ...at('/tree'), name: 'tree' }, true)
    expect(fs.existsSync(tree)).toBe(false)
    expect(fs.readFileSync(path.join(outside, 'secret'), 'utf8')).toBe('secret')
  })
})

describe('a link that somebody puts in the way meanwhile', () => {
  const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  /** Swaps a directory for a link and back, as fast as it can, until it is told to stop. */
  async function swap(isOver: () => boolean): Promise<void> {
    const [sub, kept] = [path.join(tree, 'sub'), path.join(tree, 'kept')]
    while (!isOver()) {
      fs.renameSync(sub, kept)
      fs.symlinkSync('..', sub)
      await tick()
      fs.unlinkSync(sub)
      fs.renameSync(kept, sub)
      await tick()
    }
  }

  it('is not followed', async () => {
    fs.writeFileSync(path.join(outside, 'b.txt'), 'outside')
    let isOver = false
    const swapping = swap(() => isOver)
    const sizes = new Set<number>()
    // On a busy machine every one of them can meet a link.
    for (let tries = 0; tries < 400 || sizes.size === 0; tries += 1) {
      await failureOf(write(at('/tree/sub/b.txt'), 0, bytes('x')))
      const found = await getMetadata(at('/tree/sub/b.txt')).catch(() => undefined)
      if (found !== undefined) sizes.add(found.size)
    }
    isOver = true
    await swapping
    expect([...sizes]).toEqual([1])
    expect(fs.readFileSync(path.join(outside, 'b.txt'), 'utf8')).toBe('outside')
  })
})

describe('what Chrome answers', () => {
  it('to a file that is made', async () => {
    expect(await failureOf(create(at('/tree/new'), false, true))).toBeUndefined()
    expect(await failureOf(create(at('/tree/new'), false, false))).toBeUndefined()
    expect(await failureOf(create(at('/tree/new'), false, true))).toBe('PathExistsError')
    expect(await failureOf(create(at('/tree/new'), true, false))).toBe('TypeMismatchError')
    expect(await failureOf(create(at('/tree/sub'), false, false))).toBe('TypeMismatchError')
    expect(await failureOf(create(at('/tree/none/x'), false, false))).toBe('NotFoundError')
    expect(await failureOf(create(at(`/tree/${'x'.repeat(300)}`), false, false))).toBe('InvalidStateError')
    expect(await failureOf(getMetadata(at(`/tree/${'x'.repeat(300)}`)))).toBe('NotFoundError')
    expect(await failureOf(getMetadata(at('/tree/a.txt/x')))).toBe('NotFoundError')
    expect(fs.statSync(path.join(tree, 'new')).mode & 0o777).toBe(0o600)
  })

  it('to bytes that are written: what is not written over stays', async () => {
    await write(at('/tree/a.txt'), 1, bytes('EL'))
    expect(read('a.txt')).toBe('hELlo')
    await write(at('/tree/a.txt'), 7, bytes('!'))
    expect(read('a.txt')).toBe('hELlo\0\0!')
    await truncate(at('/tree/a.txt'), 2)
    expect(read('a.txt')).toBe('hE')
  })

  it.each([-1, 0.5, 2 ** 53, NaN])('to the position %d, which is none', async (position) => {
    expect(
      await failureOf(Promise.resolve().then(() => write(at('/tree/a.txt'), position, bytes('x')))),
    ).toBe('InvalidStateError')
    expect(read('a.txt')).toBe('hello')
  })

  it('to what is removed', async () => {
    expect(await failureOf(remove(at('/tree/sub'), false))).toBe('InvalidModificationError')
    expect(await failureOf(remove(at('/tree/sub'), true))).toBeUndefined()
    expect(await failureOf(remove(at('/tree/sub'), true))).toBe('NotFoundError')
    expect(await failureOf(remove(at('/tree/a.txt'), false))).toBeUndefined()
  })

  it('to what is copied and moved', async () => {
    const go = (from: string, to: string, isMove: boolean): Promise<FailureName | undefined> =>
      failureOf(transfer(at(from), at(to), isMove))
    expect(await go('/tree/a.txt', '/tree/sub/b.txt', false)).toBeUndefined()
    expect(read('sub/b.txt')).toBe('hello')
    expect(await go('/tree/a.txt', '/tree/sub', false)).toBe('InvalidModificationError')
    expect(await go('/tree/sub', '/tree/a.txt', true)).toBe('InvalidModificationError')
    expect(await go('/tree/sub', '/tree/sub/inner', false)).toBe('InvalidModificationError')
    expect(await go('/tree/a.txt', '/tree/a.txt', false)).toBe('InvalidModificationError')
    expect(await go('/tree/sub', '/tree/sub2', false)).toBeUndefined()
    expect(await go('/tree/sub', '/tree/sub2', false)).toBe('InvalidModificationError')
    expect(await go('/tree/a.txt', '/tree/sub/b.txt', true)).toBeUndefined()
    expect(fs.readdirSync(tree)).not.toContain('a.txt')
    expect(read('sub2/b.txt')).toBe('hello')
  })
})

it('gives every descriptor back', async () => {
  const open = '/proc/self/fd'
  const count = (): number => (fs.existsSync(open) ? fs.readdirSync(open).length : 0)
  const before = count()
  for (let i = 0; i < 50; i += 1) {
    await failureOf(getMetadata(at('/tree/a.txt')))
    await failureOf(write(at('/tree/pipe'), 0, bytes('x')))
    await failureOf(create(at('/tree/a.txt'), false, true))
    await failureOf(transfer(at('/tree/sub'), at('/tree/a.txt'), false))
    await failureOf(listDirectory(at('/tree/none')))
  }
  expect(count()).toBeLessThanOrEqual(before)
})

describe('a directory', () => {
  afterEach(() => vi.restoreAllMocks())

  /** Has the next one that is read have so many files with names of so many characters. */
  function pretend(count: number, length: number): void {
    const name = 'x'.repeat(length)
    const entry = { name, isDirectory: () => false, isFile: () => true }
    const entries = Array.from({ length: count }, () => entry)
    vi.spyOn(realFs.promises, 'opendir').mockResolvedValue(entries as never)
  }

  it.each([1024, 65])(
    'is listed while its names are no more than may be, each of which counts %i',
    async (cost) => {
      const most = Math.floor((32 * 1024 * 1024) / cost)
      pretend(most, cost - 64)
      const { files } = await listDirectory(at('/tree'))
      expect(files).toHaveLength(most * (cost - 63) - 1)
      pretend(most + 1, cost - 64)
      expect(await failureOf(listDirectory(at('/tree')))).toBe('QuotaExceededError')
    },
  )
})
