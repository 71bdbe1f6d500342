import { expect, it } from 'vitest'
import { AppFiles } from '../../../../../src/main/chrome-app/files/app-files.ts'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { AskerGone } from '../../../../../src/main/chrome-app/turn-queue.ts'
import { settle } from '../../../../support/until.ts'

const page = {}
const other = {}

const create = (): AppFiles => new AppFiles('/nowhere', new KeptFolder('/nowhere', console), new Set())

/** Reads directories whose ends are told. */
function createReader(files: AppFiles) {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const list = (name: string, asker = page): Promise<string> =>
    files.list(asker, async () => {
      begun.push(name)
      await new Promise<void>((resolve) => void ends.push(resolve))
      return name
    })
  return { begun, ends, list }
}

it('directories are read one after the other, and hold up nothing else', async () => {
  const files = create()
  const { begun, ends, list } = createReader(files)
  const lists = [list('first'), list('second')]
  expect(await files.work.do(page, async () => 'done')).toBe('done')
  expect(begun).toEqual(['first'])
  ends[0]?.()
  await settle()
  expect(begun).toEqual(['first', 'second'])
  ends[1]?.()
  expect(await Promise.all(lists)).toEqual(['first', 'second'])
})

it('directories that a page which has gone wanted to know of are not read', async () => {
  const files = create()
  const { begun, ends, list } = createReader(files)
  const kept = [list('first'), list('third', other)]
  const lost = list('second')
  await settle()
  files.forget(page)
  await expect(lost).rejects.toBeInstanceOf(AskerGone)
  ends[0]?.()
  await settle()
  expect(begun).toEqual(['first', 'third'])
  ends[1]?.()
  await Promise.all(kept)
})
