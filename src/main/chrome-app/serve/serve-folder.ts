import fs from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { localizeStyles } from '../../manifest/localize.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import { appPolicy, sandboxPolicy } from '../manifest/security-policy.ts'
import type { ByteRange } from './byte-range.ts'
import { parseRange } from './byte-range.ts'
import { findContentType } from './content-types.ts'
import { findFile } from './find-file.ts'
import { generatedPage, writeGeneratedPage } from './generated-page.ts'
import { OpenFiles } from './open-files.ts'

/** Bytes that are read at a time. */
const pieceLength = 256 * 1024

function isSandboxed({ sandboxedPages }: ChromeApp, pathname: string): boolean {
  return sandboxedPages.some((page) => new URL(page, 'file:///').pathname === pathname)
}

/** Undefined where too many files are open. */
async function openBody(
  files: OpenFiles,
  file: string,
  range: ByteRange,
): Promise<ReadableStream | undefined> {
  const stream = await files.read(file, { ...range, highWaterMark: pieceLength })
  return stream && Readable.toWeb(stream)
}

async function serveFile(
  files: OpenFiles,
  file: string,
  request: Request,
  headers: Headers,
): Promise<Response> {
  const { mtime, size } = await fs.promises.stat(file)
  const type = findContentType(file)
  if (type !== undefined) headers.set('content-type', type)
  headers.set('etag', `"${mtime.getTime().toString(16)}-${size.toString(16)}"`)
  headers.set('last-modified', mtime.toUTCString())
  headers.set('accept-ranges', 'bytes')
  const range = parseRange(request.headers.get('range'), size)
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range !== undefined) headers.set('content-range', `bytes ${start}-${end}/${size}`)
  const hasBody = request.method !== 'HEAD' && size > 0
  const body = hasBody ? await openBody(files, file, { start, end }) : null
  if (body === undefined) return Response.error()
  return new Response(body as unknown as BodyInit, { status: range === undefined ? 200 : 206, headers })
}

/** Bytes of a style sheet in which messages are looked for. */
const maxStyleSheet = 4 * 1024 * 1024

/** A style sheet with its messages; undefined for what is none, or has none. */
async function serveStyles(
  file: string,
  request: Request,
  headers: Headers,
  app: ChromeApp,
): Promise<Response | undefined> {
  const type = findContentType(file)
  if (type !== 'text/css' || (await fs.promises.stat(file)).size > maxStyleSheet) return undefined
  const source = await fs.promises.readFile(file)
  if (!source.includes('__MSG_')) return undefined
  headers.set('content-type', type)
  return new Response(request.method === 'HEAD' ? null : localizeStyles(source, app.manifest.messages), {
    headers,
  })
}

/** Answers for the app's own origin. What is not there fails like a connection: Chrome has no answer for it either. */
export function createFolderHandler(app: ChromeApp): (request: Request) => Promise<Response> {
  const files = new OpenFiles()
  return async (request) => {
    const { host, pathname } = new URL(request.url)
    const headers = new Headers({
      'cache-control': 'no-cache',
      'content-security-policy': isSandboxed(app, pathname) ? sandboxPolicy : appPolicy,
    })
    if (host !== app.manifest.id) return Response.error()
    if (pathname === generatedPage && app.background.page === undefined) {
      headers.set('content-type', 'text/html; charset=utf-8')
      return new Response(writeGeneratedPage(app.background.scripts ?? []), { headers })
    }
    const file = await findFile(app.directory, pathname)
    if (file === undefined) return Response.error()
    const styles = await serveStyles(file, request, headers, app)
    return styles ?? serveFile(files, file, request, headers)
  }
}
