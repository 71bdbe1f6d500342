import path from 'node:path'
import type { AppEventArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { FileHandler } from '../manifest/file-handlers.ts'
import { findContentType } from '../serve/content-types.ts'
import type { AppFiles } from './app-files.ts'
import { describeGift } from './gifts.ts'
import { preparePath } from './prepare-path.ts'
import { realFs } from './real-fs.ts'

/** The launch data of files: which handler of the manifest they are for, and the files. */
export type LaunchedFiles = AppEventArguments<'files', 'onLaunched'>[0]

/** Something that the program was started with. */
interface Candidate {
  readonly file: string
  readonly isDirectory: boolean
  /** Its MIME type; a directory has none. */
  readonly type: string | undefined
}

/** What Chrome takes a file for whose type it cannot tell. */
const unknownType = 'application/octet-stream'

async function look(file: string): Promise<Candidate | undefined> {
  try {
    const isDirectory = (await realFs.promises.stat(file)).isDirectory()
    return { file, isDirectory, type: isDirectory ? undefined : (findContentType(file) ?? unknownType) }
  } catch {
    return undefined
  }
}

function matchesType(pattern: string, type: string): boolean {
  return (
    pattern === '*' ||
    pattern === '*/*' ||
    pattern === type ||
    (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1)))
  )
}

function handles(handler: FileHandler, { file, isDirectory, type = '' }: Candidate): boolean {
  if (isDirectory) return handler.includesDirectories
  const extension = path.extname(file).slice(1).toLowerCase()
  return (
    handler.extensions.some((one) => one === '*' || one === extension) ||
    handler.types.some((pattern) => matchesType(pattern, type))
  )
}

/** Gives the app the files that it handles; undefined where there are none, or where no handler takes all of them. */
export async function giveLaunchedFiles(
  files: Pick<AppFiles, 'canWrite' | 'give'>,
  handlers: readonly FileHandler[],
  paths: readonly string[],
): Promise<LaunchedFiles | undefined> {
  const found = (await Promise.all(paths.map(look))).filter((candidate) => candidate !== undefined)
  const handler = handlers.find((one) => found.every((candidate) => handles(one, candidate)))
  if (handler === undefined || found.length === 0) return undefined
  const items: LaunchedFiles['items'] = []
  for (const { file, isDirectory, type } of found) {
    const root = await preparePath(file, isDirectory, files.canWrite)
    const gift = root === undefined ? undefined : files.give(root, isDirectory)
    if (gift !== undefined) items.push({ gift: describeGift(gift), type })
  }
  return items.length === 0 ? undefined : { id: handler.id, items }
}

/** How the app is told of them, when they have been looked at. */
export async function prepareLaunch(
  files: Pick<AppFiles, 'canWrite' | 'give'>,
  handlers: readonly FileHandler[],
  paths: readonly string[],
  tell: (given: LaunchedFiles) => void,
): Promise<(() => void) | undefined> {
  const given = await giveLaunchedFiles(files, handlers, paths)
  return given && (() => tell(given))
}
