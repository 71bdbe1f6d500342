// @ts-check
// The main process of the security tests: it serves pages and keeps logs; the tests install what they need.
import fs from 'node:fs'
import path from 'node:path'
import { app, protocol, session } from 'electron'
import { getPreloadPath, installChromeSockets } from 'electron-chrome-sockets'

const folders = [import.meta.dirname, path.join(import.meta.dirname, '../../e2e/app')]

/** @type {Record<string, string>} */
const policies = {
  own: "script-src 'self'",
  strict: "default-src 'none'; script-src 'self'",
  trusted: "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  sandbox: 'sandbox allow-scripts',
}

/** @type {Record<string, string>} */
const types = { html: 'text/html', js: 'text/javascript' }

/** Every host has the same pages; `?csp=strict` chooses a policy. */
const serve = (/** @type {Request} */ request) => {
  const { pathname, searchParams } = new URL(request.url)
  const file = folders.map((folder) => path.join(folder, pathname)).find((name) => fs.existsSync(name))
  if (file === undefined) return new Response('not found', { status: 404 })
  const headers = new Headers({ 'content-type': types[path.extname(file).slice(1)] ?? 'text/plain' })
  const policy = policies[searchParams.get('csp') ?? 'own']
  if (policy !== undefined) headers.set('content-security-policy', policy)
  return new Response(fs.readFileSync(file), { headers })
}

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

/** @type {Record<string, string[]>} */
const logs = {}
/** @type {string[]} */
const faults = []
process.on('uncaughtException', (error) => faults.push(String(error.stack)))
process.on('unhandledRejection', (error) => faults.push(String(error)))

/** A logger whose lines the tests read in `logs`. */
const createLogger = (/** @type {string} */ name) => {
  /** @type {string[]} */
  const lines = []
  logs[name] = lines
  return {
    warn: (/** @type {string} */ message) => void lines.push(message),
    error: (/** @type {string} */ message, /** @type {unknown} */ error) =>
      void lines.push(
        error === undefined ? message : `${message}: ${error instanceof Error ? error.message : 'no error'}`,
      ),
  }
}

/** The session of that name, which has the pages, too. */
const openSession = (/** @type {string} */ name) => {
  const opened = session.fromPartition(name)
  if (!opened.protocol.isProtocolHandled('app')) opened.protocol.handle('app', serve)
  return opened
}

app.on('window-all-closed', () => {})
app.on('web-contents-created', (_event, contents) =>
  contents.setWindowOpenHandler(() => ({ action: 'allow', outlivesOpener: true })),
)
void app.whenReady().then(() => protocol.handle('app', serve))

Object.assign(globalThis, {
  security: { getPreloadPath, installChromeSockets, logs, faults, createLogger, openSession },
})
