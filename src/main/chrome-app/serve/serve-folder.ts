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
import { answerInTurn } from './in-turn.ts'
import { OpenFiles } from './open-files.ts'

/** Bytes that are read at a time. */
const pieceLength = 256 * 1024

/** Read as it is taken, and closed when it is not taken any more. */
function createBody(stream: fs.ReadStream): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void stream.destroy(),
  })
}

/** A file of the app that is asked for. */
interface Wanted {
  readonly file: string
  readonly type: string
  readonly stats: fs.Stats
  readonly request: Request
  readonly headers: Headers
}

/** `source`: all of it, where it has been read already. */
async function serveFile(
  files: OpenFiles,
  { file, headers, request, stats: { mtime, size }, type }: Wanted,
  source: Uint8Array<ArrayBuffer> | undefined,
): Promise<Response> {
  headers.set('content-type', type)
  headers.set('etag', `"${mtime.getTime().toString(16)}-${size.toString(16)}"`)
  headers.set('last-modified', mtime.toUTCString())
  const asked = request.headers.get('range')
  const range = asked === null ? undefined : parseRange(asked, size)
  if (asked !== null && range === undefined) return Response.error()
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range !== undefined) headers.set('content-range', `bytes ${start}-${end}/${size}`)
  const init = { status: range === undefined ? 200 : 206, headers }
  if (request.method === 'HEAD' || size === 0) return new Response(null, init)
  if (source !== undefined) return new Response(source.subarray(start, end + 1), init)
  const stream = await files.read(file, { start, end, highWaterMark: pieceLength })
  return stream === undefined ? Response.error() : new Response(createBody(stream), init)
}

/** Bytes of a style sheet in which messages are looked for. */
const maxStyleSheet = 4 * 1024 * 1024

/** A style sheet has its messages filled in, where it has some. */
async function serve(
  files: OpenFiles,
  wanted: Wanted,
  { manifest: { messages } }: ChromeApp,
): Promise<Response> {
  const { file, headers, request, stats, type } = wanted
  const { size } = stats
  if (type !== 'text/css' || size === 0 || size > maxStyleSheet) return serveFile(files, wanted, undefined)
  const stream = await files.read(file, { start: 0, end: size - 1, highWaterMark: pieceLength })
  if (stream === undefined) return Response.error()
  const source = await buffer(stream)
  if (!source.includes('__MSG_')) return serveFile(files, wanted, source)
  headers.set('content-type', type)
  return new Response(request.method === 'HEAD' ? null : localizeStyles(source, messages), { headers })
}

/**
 * Answers for the app's own origin. What is not there fails like a connection: Chrome has no answer for it either.
 * `getEnd`: aborted when all pages go that there are.
 */
export function createFolderHandler(
  app: ChromeApp,
  getEnd: () => AbortSignal,
): (request: Request) => Promise<Response> {
  const files = new OpenFiles()
  const sandboxed = app.sandboxedPages.map((page) => new URL(page, 'file:///').pathname)
  return answerInTurn(async (request) => {
    const { host, pathname } = new URL(request.url)
    const headers = new Headers({
      'cache-control': 'no-cache',
      'content-security-policy': sandboxed.some((page) => matchesPath(page, pathname))
        ? app.sandboxPolicy
        : appPolicy,
    })
    if (host !== app.manifest.id) return Response.error()
    if (pathname === generatedPage && app.background.page === undefined) {
      headers.set('content-type', 'text/html; charset=utf-8')
      return new Response(writeGeneratedPage(app.background.scripts ?? []), { headers })
    }
    const file = await findFile(app.directory, pathname)
    if (file === undefined) return Response.error()
    const stats = await fs.promises.stat(file)
    return serve(files, { file, type: findContentType(file), stats, request, headers }, app)
  }, getEnd)
}
