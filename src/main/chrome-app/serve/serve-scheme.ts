import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { app as program } from 'electron'
import type { Session } from 'electron'
import type { ChromeApp } from '../manifest/read-app.ts'
import type { AppScheme } from '../scheme.ts'
import { failed } from './handle.ts'
import type { Answer, Asked, Handle } from './handle.ts'

async function writeResponse(handle: Handle, { headers, method, url }: Request): Promise<Response> {
  const answer = await handle({ headers: Object.fromEntries(headers), method, url })
  if ('error' in answer) return Response.error()
  const { data, headers: own, statusCode: status } = answer
  return new Response(Readable.toWeb(data) as ReadableStream, { headers: own, status })
}

/**
 * Has a scheme answered, in Electron's older way where it is still there: that gives Chromium's own errors, and
 * `protocol.handle` loads Node's `fetch`, 40 ms of a program's start.
 */
export function answerScheme({ protocol }: Session, scheme: string, handle: Handle): void {
  if (typeof protocol.registerStreamProtocol !== 'function')
    return protocol.handle(scheme, (request) => writeResponse(handle, request))
  if (!protocol.registerStreamProtocol(scheme, streamAnswers(handle)))
    throw new Error(`${scheme}: is answered by others`)
}

const streamAnswers =
  (handle: Handle) =>
  (asked: Asked, respond: (answer: Answer) => void): void => {
    void handle(asked).then(respond, () => respond(failed))
  }

/** Electron keeps what is registered from the documents of a scheme that it knows itself. */
function serveDocuments({ protocol }: Session, handle: Handle): void {
  if (typeof protocol.interceptStreamProtocol !== 'function')
    throw new Error('this Electron has no protocol.interceptStreamProtocol')
  protocol.interceptStreamProtocol('chrome-extension', streamAnswers(handle))
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
  protocol.unregisterProtocol(scheme)
  if (scheme === 'chrome-extension') protocol.uninterceptProtocol(scheme)
}

/** Answers for the addresses of the app's files. Resolves when a window can show one, with what ends it. */
export async function serveScheme(session: Session, app: ChromeApp, handle: Handle): Promise<() => void> {
  const { scheme } = app
  const stop = (): void => stopServing(session, scheme)
  answerScheme(session, scheme, handle)
  if (scheme === 'chrome-app') return stop
  try {
    serveDocuments(session, handle)
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
