import { once } from 'node:events'
import type fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OpenFiles } from '../../../../../src/main/chrome-app/serve/open-files.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { takeTurns, until } from '../../../../support/until.ts'

const file = fileURLToPath(import.meta.url)
const range = { start: 0, end: 9, highWaterMark: 10 }

let files: OpenFiles
let opened: fs.ReadStream[]

beforeEach(() => {
  files = new OpenFiles()
  opened = []
})

/** A file is closed by another thread, which takes its time. */
async function closeAll(): Promise<void> {
  const closed = opened.splice(0).map((stream) => once(stream.destroy(), 'close'))
  await Promise.all(closed)
}

afterEach(closeAll)

/** Whether it is opened at once. */
async function open(): Promise<boolean> {
  const before = opened.length
  void files.read(file, range).then((stream) => stream && opened.push(stream))
  await takeTurns(1)
  return opened.length > before
}

it('so many files are open at a time, and as many again when they were closed', async () => {
  await expectLimitToComeBack({
    limit: 256,
    take: open,
    giveBack: async () => {
      await closeAll()
      // The one that waited has its place then, and gives it back.
      await until('opened', () => opened.length === 1)
      await closeAll()
    },
  })
})

it('those that wait are opened in their order, and beyond so many none is', async () => {
  files = new OpenFiles({ taken: 1, waiting: 2 })
  await open()
  const order: number[] = []
  const read = async (at: number): Promise<void> => {
    const stream = await files.read(file, range)
    order.push(stream === undefined ? -at : at)
    stream?.destroy()
  }
  const reading = [1, 2, 3].map(read)
  await takeTurns(1)
  expect(order).toEqual([-3])
  await closeAll()
  await Promise.all(reading)
  expect(order).toEqual([-3, 1, 2])
})

it('one that cannot be opened when nobody listens any more ends nothing, and gives its place back', async () => {
  files = new OpenFiles({ taken: 1, waiting: 1 })
  const unheard: unknown[] = []
  const note = (error: unknown): void => void unheard.push(error)
  process.on('uncaughtException', note)
  for (let i = 0; i < 2; i += 1) {
    const stream = await files.read(`${file}.missing`, range)
    await until('closed', () => stream?.closed === true)
  }
  process.off('uncaughtException', note)
  expect(unheard).toEqual([])
})
