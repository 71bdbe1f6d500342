import path from 'node:path'
import { app as program } from 'electron'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import { describeGift } from '../files/gifts.ts'
import { checkChoice, needsDirectory, needsWrite } from '../files/check-choice.ts'
import { askForPaths } from '../files/choose-entry.ts'
import type { Place } from '../files/locate.ts'
import { locate } from '../files/locate.ts'
import { create, getMetadata } from '../files/file-operations.ts'
import { preparePath } from '../files/prepare-path.ts'
import type { Service, ServiceHost } from './service.ts'

type Described = AppResult<'fileGifts', 'getWritable'>

const notAWindow = "Invalid calling page. This function can't be called from a background page."
const invalid = 'Invalid parameters'
const unsafe = 'Security error'
const notRetained = 'Could not retain file entry.'
const unknownId = 'Unknown id'

/** Characters: the name of a file system, and a path in it. */
const maxId = 4200

const failToOpen = (file: string): Outcome<never> => fail(`Error opening ${path.basename(file)}`)

/** The place of an entry that is the app's to have; undefined for what only seems to be one. */
function find({ files }: ServiceHost, fileSystem: string, entryPath: string): Place | undefined {
  try {
    const place = locate(files.gifts, fileSystem, entryPath)
    return place.gift.isPackage ? undefined : place
  } catch {
    return undefined
  }
}

function explain({ files }: ServiceHost, fileSystem: string): Outcome<never> {
  return fail(files.gifts.get(fileSystem) === undefined ? unsafe : invalid)
}

const pathOf = ({ name, parent }: Place): string => path.join(parent, name)

async function giveAll(
  { files }: ServiceHost,
  isDirectory: boolean,
  paths: readonly string[],
): Promise<Outcome<Described[]>> {
  const gifts: Described[] = []
  for (const file of paths) {
    const root = await preparePath(file, isDirectory, files.canWrite)
    const gift = root === undefined ? undefined : files.give(root, isDirectory)
    if (gift === undefined) return failToOpen(file)
    gifts.push(describeGift(gift))
  }
  return succeed(gifts)
}

/** A file that has gone is made again, as in Chrome; a directory is not. */
async function openToWrite(place: Place): Promise<boolean> {
  try {
    return (await getMetadata(place)).isDirectory
  } catch (error) {
    if (pathOf(place) === place.gift.root && place.gift.isDirectory) throw error
    await create(place, false, false)
    return false
  }
}

/** The user's own folder is not spelt out. */
function shorten(file: string): string {
  const home = program.getPath('home')
  return file === home || file.startsWith(home + path.sep) ? `~${file.slice(home.length)}` : file
}

export const fileGifts: Service<'fileGifts'> = {
  async choose({ host, page }, options = {}) {
    const { files } = host
    const complaint = checkChoice(options, host.rights.names)
    if (complaint !== undefined) return fail(complaint)
    const window = host.findWindow(page)?.window
    if (window === undefined) return fail(notAWindow)
    const directory = files.retained.lastDirectory ?? program.getPath('documents')
    const { choices: limit } = files
    const asker = { window, end: host.endOf(page) }
    const paths = await files.dialogs.ask<readonly string[]>(page, [], () =>
      askForPaths(asker, host.app, options, { directory, limit }),
    )
    const [first] = paths
    if (first === undefined) return fail('User cancelled')
    const isDirectory = options.type === 'openDirectory'
    files.retained.lastDirectory = isDirectory ? first : path.dirname(first)
    return giveAll(host, isDirectory, paths)
  },
  getDisplayPath({ host }, fileSystem, entryPath) {
    const place = find(host, fileSystem, entryPath)
    return place === undefined ? explain(host, fileSystem) : succeed(shorten(pathOf(place)))
  },
  async getWritable({ host, page }, fileSystem, entryPath) {
    const { files } = host
    if (!files.canWrite) return fail(needsWrite)
    const place = find(host, fileSystem, entryPath)
    if (place === undefined) return explain(host, fileSystem)
    try {
      const isDirectory = await files.work.do(page, () => openToWrite(place))
      if (isDirectory && !host.rights.names.has('fileSystem.directory')) return fail(needsDirectory)
      const gift = files.give(pathOf(place), isDirectory)
      return gift === undefined ? failToOpen(place.name) : succeed(describeGift(gift))
    } catch {
      return failToOpen(place.name)
    }
  },
  /** What was retained just before counts, too. */
  isRestorable: ({ host, page }, id) =>
    host.files.work.do(page, async () => succeed(host.files.retained.has(id))),
  isWritable: ({ host }, fileSystem) => succeed(host.files.gifts.get(fileSystem)?.isWritable === true),
  async retain({ host, page }, fileSystem, entryPath, id) {
    const { retained, work } = host.files
    const place = find(host, fileSystem, entryPath)
    if (place === undefined || id.length > maxId) return fail(notRetained)
    try {
      const { isDirectory } = await work.do(page, () => getMetadata(place))
      retained.retain(id, { path: pathOf(place), isDirectory })
      return succeed()
    } catch {
      return fail(notRetained)
    }
  },
  takeDropped({ host: { files }, page }, name, isDirectory) {
    return files.work.do(page, async () => {
      const file = files.dropped.take(name, isDirectory)
      const root = file && (await preparePath(file, isDirectory, false))
      const gift = root === undefined ? undefined : files.giveDropped(root, isDirectory)
      return gift === undefined ? fail(invalid) : succeed(describeGift(gift))
    })
  },
  restore({ host, page }, id) {
    const { retained, work } = host.files
    return work.do(page, async () => {
      const entry = retained.use(id)
      if (entry === undefined) return fail(unknownId)
      const gift = host.files.give(entry.path, entry.isDirectory)
      return gift === undefined ? fail(unknownId) : succeed(describeGift(gift))
    })
  },
}
