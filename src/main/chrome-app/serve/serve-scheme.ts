import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { app as program } from 'electron'
import type { Protocol, ProtocolRequest, ProtocolResponse, Session } from 'electron'
import type { ChromeApp } from '../manifest/read-app.ts'
import type { AppScheme } from '../scheme.ts'

type Handle = (request: Request) => Promise<Response>

/** Chromium's ERR_FAILED: what a page that is not there is in Chrome. */
const failed: ProtocolResponse = { error: -2 }

async function answer(handle: Handle, { headers, method, url }: ProtocolRequest): Promise<ProtocolResponse> {
  const response = await handle(new Request(url, { headers, method: method === 'HEAD' ? 'HEAD' : 'GET' }))
  if (response.type === 'error') return failed
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    data: response.body === null ? Readable.from([]) : Readable.fromWeb(response.body as ReadableStream),
  }
}

/** Electron keeps `protocol.handle` from the documents of a scheme that it knows itself. */
function serveDocuments(protocol: Protocol, handle: Handle): void {
  if (typeof protocol.interceptStreamProtocol !== 'function')
    throw new Error('this Electron has no protocol.interceptStreamProtocol')
  protocol.interceptStreamProtocol('chrome-extension', (request, respond) => {
    void answer(handle, request).then(respond, () => respond(failed))
  })
}

/**
 * Chromium shows pages of an extension that it knows and of no other. This one is a theme: it has the app's id, nothing
 * in it, and a theme's pages get none of the APIs that Electron has for extensions.
 */
async function addStandIn(session: Session, { key, manifest: { id }, version }: ChromeApp): Promise<void> {
  const folder = path.join(program.getPath('userData'), 'chrome-extension', id)
  // What lies there may be a link.
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const manifest = { manifest_version: 3, name: 'Chrome App', version, key, theme: {} }
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  await (session.extensions ?? session).loadExtension(folder)
}

function stopServing({ protocol }: Session, scheme: AppScheme): void {
  protocol.unhandle(scheme)
  if (scheme === 'chrome-extension') protocol.uninterceptProtocol(scheme)
}

/** Answers for the addresses of the app's files. Resolves when a window can show one, with what ends it. */
export async function serveScheme(session: Session, app: ChromeApp, handle: Handle): Promise<() => void> {
  const { scheme } = app
  const stop = (): void => stopServing(session, scheme)
  session.protocol.handle(scheme, handle)
  if (scheme === 'chrome-app') return stop
  try {
    serveDocuments(session.protocol, handle)
    await addStandIn(session, app)
    return stop
  } catch (error) {
    stop()
    const complaint = error instanceof Error ? error.message : String(error)
    throw new Error(
      `electron-chrome-sockets: option "scheme": 'chrome-extension' cannot be had: ${complaint}`,
      {
        cause: error,
      },
    )
  }
}
