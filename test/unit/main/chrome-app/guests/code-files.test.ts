import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { CodeFiles } from '../../../../../src/main/chrome-app/guests/code-files.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { settle, until } from '../../../../support/until.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'code-files-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function write(name: string, size: number): () => Promise<string> {
  const file = path.join(folder, name)
  fs.writeFileSync(file, 'x'.repeat(size))
  return () => Promise.resolve(file)
}

it('so many files are read at a time, and the others in their order', async () => {
  const files = new CodeFiles()
  const small = await write('small', 1)()
  const found: (() => void)[] = []
  const find = (): Promise<string> => new Promise((resolve) => void found.push(() => resolve(small)))
  const uses = Array.from({ length: 40 }, () => files.use(find, (code) => Promise.resolve(code)))
  await settle()
  expect(found).toHaveLength(16)
  for (let ended = 0; ended < 40; ended += 1) {
    await until('asked for', () => found.length > ended)
    found[ended]?.()
    await settle()
    expect(found.length).toBeLessThanOrEqual(ended + 1 + 16)
  }
  expect(await Promise.all(uses)).toEqual(Array(40).fill('x'))
})

it('so many bytes of them are under way, and as many again when they have come', async () => {
  const files = new CodeFiles()
  const find = write('large', 4 * 1024 * 1024)
  const ends: (() => void)[] = []
  await expectLimitToComeBack({
    limit: 4,
    take: () =>
      new Promise((resolve) => {
        const run = (): Promise<void> => {
          resolve(true)
          return new Promise((end) => ends.push(end))
        }
        void files.use(find, run).then(() => resolve(false))
      }),
    giveBack: async () => {
      for (const end of ends.splice(0)) end()
      await settle()
    },
  })
})

it('what is not there, too large, or gone meanwhile is not run, and costs nothing', async () => {
  const files = new CodeFiles()
  const run = (): Promise<string> => Promise.resolve('run')
  expect(await files.use(() => Promise.resolve(undefined), run)).toBe(undefined)
  expect(await files.use(write('too-large', 4 * 1024 * 1024 + 1), run)).toBe(undefined)
  for (let i = 0; i < 20; i += 1)
    expect(await files.use(() => Promise.resolve(path.join(folder, 'gone')), run)).toBe(undefined)
  const read = vi.spyOn(fs.promises, 'readFile').mockRejectedValue(new Error('gone'))
  for (let i = 0; i < 20; i += 1)
    expect(await files.use(write('going', 4 * 1024 * 1024), run)).toBe(undefined)
  expect(read).toHaveBeenCalledTimes(20)
  read.mockRestore()
  expect(await files.use(write('there', 4 * 1024 * 1024), run)).toBe('run')
})
