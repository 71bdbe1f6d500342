import fs from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { localizeStyles } from '../../manifest/localize.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import { appPolicy } from '../manifest/security-policy.ts'
import { matchesPath } from '../match-path.ts'
import { parseRange } from './byte-range.ts'
import { findContentType } from './content-types.ts'
import { findFile } from './find-file.ts'
import { generatedPage, writeGeneratedPage } from './generated-page.ts'
import { answer, failed, notFound } from './handle.ts'
import type { Answer, Asked, Handle } from './handle.ts'
import { answerInTurn } from './in-turn.ts'
import { OpenFiles } from './open-files.ts'

/** Bytes that are read at a time. */
const pieceLength = 256 * 1024

type Headers = Readonly<Record<string, string>>

/** A file of the app that is asked for. */
interface Wanted {
  readonly file: string
  readonly type: string
  readonly stats: fs.Stats
  readonly asked: Asked
  readonly headers: Headers
}

const findRange = (headers: Headers): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'range')?.[1]

/** `source`: all of it, where it has been read already. */
async function serveFile(
  files: OpenFiles,
  { asked, file, headers, stats: { mtime, size }, type }: Wanted,
  source?: Uint8Array,
): Promise<Answer> {
  const part = findRange(asked.headers)
  const range = part === undefined ? undefined : parseRange(part, size)
  if (part !== undefined && range === undefined) return failed
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const all = {
    ...headers,
    'content-type': type,
    'content-length': String(end - start + 1),
    etag: `"${mtime.getTime().toString(16)}-${size.toString(16)}"`,
    'last-modified': mtime.toUTCString(),
    ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
  }
  const status = range === undefined ? 200 : 206
  if (asked.method === 'HEAD' || size === 0) return answer(all, undefined, status)
  if (source !== undefined) return answer(all, source.subarray(start, end + 1), status)
  const stream = await files.read(file, { start, end, highWaterMark: pieceLength })
  return stream === undefined ? failed : answer(all, stream, status)
}

/** As Chrome's documentation has apps write the addresses of their own files in style sheets. */
const ownAddress = /chrome-extension:(?=\/\/__MSG_@@extension_id__)/gi

function fillIn(source: Buffer, { manifest: { messages }, scheme }: ChromeApp): Uint8Array<ArrayBuffer> {
  const text = source.toString('latin1').replaceAll(ownAddress, `${scheme}:`)
  return localizeStyles(Buffer.from(text, 'latin1'), messages)
}

/** Bytes of a style sheet in which messages are looked for. */
const maxStyleSheet = 4 * 1024 * 1024

/** A style sheet has its messages filled in, where it has some. */
async function serve(files: OpenFiles, wanted: Wanted, app: ChromeApp): Promise<Answer> {
  const { asked, file, headers, stats, type } = wanted
  const { size } = stats
  if (type !== 'text/css' || size === 0 || size > maxStyleSheet) return serveFile(files, wanted)
  const stream = await files.read(file, { start: 0, end: size - 1, highWaterMark: pieceLength })
  if (stream === undefined) return failed
  const source = await buffer(stream)
  if (!source.includes('__MSG_')) return serveFile(files, wanted, source)
  const styles = asked.method === 'HEAD' ? undefined : fillIn(source, app)
  return answer({ ...headers, 'content-type': type }, styles)
}

/**
 * Answers for the app's own origin. What is not there fails like a connection: Chrome has no answer for it either.
 * `getEnd`: aborted when all pages go that there are.
 */
export function createFolderHandler(app: ChromeApp, getEnd: () => AbortSignal): Handle {
  const files = new OpenFiles()
  const sandboxed = app.sandboxedPages.map((page) => new URL(page, 'file:///').pathname)
  return answerInTurn(async (asked) => {
    const { host, pathname } = new URL(asked.url)
    if (host !== app.manifest.id) return failed
    const headers = {
      'cache-control': 'no-cache',
      'content-security-policy': sandboxed.some((page) => matchesPath(page, pathname))
        ? app.sandboxPolicy
        : appPolicy,
    }
    if (pathname === generatedPage && app.background.page === undefined)
      return answer(
        { ...headers, 'content-type': 'text/html; charset=utf-8' },
        writeGeneratedPage(app.background.scripts ?? []),
      )
    const file = await findFile(app.directory, pathname)
    if (file === undefined) return notFound
    const stats = await fs.promises.stat(file)
    return serve(files, { file, type: findContentType(file), stats, asked, headers }, app)
  }, getEnd)
}
