import fs from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { ChromeApp } from '../manifest/read-app.ts'
import { appPolicy, sandboxPolicy } from '../manifest/security-policy.ts'
import { parseRange } from './byte-range.ts'
import { findContentType } from './content-types.ts'
import { findFile } from './find-file.ts'
import { generatedPage, writeGeneratedPage } from './generated-page.ts'

/** Bytes that are read at a time. */
const pieceLength = 256 * 1024

function isSandboxed({ sandboxedPages }: ChromeApp, pathname: string): boolean {
  return sandboxedPages.some((page) => new URL(page, 'file:///').pathname === pathname)
}

function openBody(file: string, start: number, end: number): ReadableStream {
  return Readable.toWeb(fs.createReadStream(file, { start, end, highWaterMark: pieceLength }))
}

async function serveFile(file: string, request: Request, headers: Headers): Promise<Response> {
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
  const body = hasBody ? (openBody(file, start, end) as unknown as BodyInit) : null
  return new Response(body, { status: range === undefined ? 200 : 206, headers })
}

/** Answers for the app's own origin. What is not there fails like a connection: Chrome has no answer for it either. */
export function createFolderHandler(app: ChromeApp): (request: Request) => Promise<Response> {
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
    return file === undefined ? Response.error() : serveFile(file, request, headers)
  }
}
