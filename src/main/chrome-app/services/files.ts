import path from 'node:path'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { freeMemory } from '../../memory/free-memory.ts'
import { fail, succeed } from '../../outcome.ts'
import { finish } from '../files/app-files.ts'
import { FileFailure } from '../files/file-failure.ts'
import { create, getMetadata, listDirectory, remove, truncate, write } from '../files/file-operations.ts'
import type { Gift } from '../files/gifts.ts'
import { describeGift } from '../files/gifts.ts'
import type { Place } from '../files/locate.ts'
import { locate, locateToCreate, locateWritable } from '../files/locate.ts'
import { getPackageMetadata, listPackage } from '../files/package-files.ts'
import { transfer } from '../files/transfer.ts'
import type { Service, ServiceCall, ServiceHost } from './service.ts'

type Source = AppResult<'files', 'open'>
type Listing = AppResult<'files', 'list'>

const look = (place: Place) => (place.gift.isPackage ? getPackageMetadata : getMetadata)(place)
const list = (place: Place): Promise<Listing> => (place.gift.isPackage ? listPackage : listDirectory)(place)

/** The app's own files may be in an archive, which only the scheme of its pages can read. */
function addressOf({ origin }: ServiceHost, { root }: Gift, file: string): string {
  return `${origin}/${path.relative(root, file).split(path.sep).map(encodeURIComponent).join('/')}`
}

async function open({ host, page }: ServiceCall, place: Place): Promise<Source> {
  const { gift, name, parent } = place
  const { isDirectory, modified } = await host.files.work.do(page, () => look(place))
  if (isDirectory) throw new FileFailure('TypeMismatchError')
  const file = path.join(parent, name)
  if (gift.isPackage) return { address: addressOf(host, gift, file), modified }
  return { sent: await host.files.sendFile(file, host.endOf(page)), modified }
}

export const files: Service<'files'> = {
  givePackage({ host }) {
    const gift = host.files.givePackage()
    return gift === undefined ? fail('QuotaExceededError') : succeed(describeGift(gift))
  },
  release({ host }, fileSystem) {
    host.files.gifts.release(fileSystem)
    return succeed()
  },
  getMetadata: ({ host: { files: own }, page }, ...entry) =>
    finish(own.work.do(page, async () => look(locate(own.gifts, ...entry)))),
  list: ({ host: { files: own }, page }, ...entry) =>
    finish(own.list(page, async () => list(locate(own.gifts, ...entry)))),
  async open(call, ...entry) {
    return finish((async () => open(call, locate(call.host.files.gifts, ...entry)))())
  },
  create: ({ host: { files: own }, page }, fileSystem, entryPath, isDirectory, isExclusive) =>
    finish(
      own.work.do(page, async () =>
        create(locateToCreate(own.gifts, fileSystem, entryPath), isDirectory, isExclusive),
      ),
    ),
  async write({ host: { files: own }, page }, fileSystem, entryPath, position, bytes) {
    const done = own.work.do(page, async () =>
      write(locateWritable(own.gifts, fileSystem, entryPath), position, new Uint8Array(bytes)),
    )
    try {
      return await finish(done)
    } finally {
      freeMemory(bytes)
    }
  },
  truncate: ({ host: { files: own }, page }, fileSystem, entryPath, size) =>
    finish(own.work.do(page, async () => truncate(locateWritable(own.gifts, fileSystem, entryPath), size))),
  remove({ host: { files: own }, page }, fileSystem, entryPath, isRecursive) {
    const begin = async (): Promise<void> =>
      remove(locateWritable(own.gifts, fileSystem, entryPath), isRecursive)
    return finish(isRecursive ? own.work.begin(page, begin) : own.work.do(page, begin))
  },
  transfer: ({ host: { files: own }, page }, fileSystem, entryPath, newFileSystem, newPath, isMove) =>
    finish(
      own.work.begin(page, async () => {
        const from = (isMove ? locateWritable : locate)(own.gifts, fileSystem, entryPath)
        if (from.gift.isPackage) throw new FileFailure('SecurityError')
        await transfer(from, locateToCreate(own.gifts, newFileSystem, newPath), isMove)
      }),
    ),
}
