import type { Logger, PermissionRequest } from '../types.ts'
import { parseHostPattern } from './host-pattern.ts'
import { matchesHostPattern } from './match-host.ts'

type WriteRule = (operation: PermissionRequest['operation'], pattern: string) => string

interface Denier {
  readonly logger: Logger
  readonly writeRule?: WriteRule
}

const told = new WeakMap<Denier, Set<string>>()

/** A pattern that would allow the request: IPv6 literals and port 0 cannot be written, any may stand for them. */
function suggestPattern({ host, operation, port }: PermissionRequest): string {
  if (operation === 'udp.multicastMembership') return ''
  const written = `${host}:${port === 0 ? '*' : port}`
  const pattern = parseHostPattern(written)
  if (pattern !== undefined && matchesHostPattern(pattern, host, port)) return written
  return `*:${port === 0 ? '*' : port}`
}

/** The host is the page's own word: no line breaks, and not without end. */
function show(text: string): string {
  return JSON.stringify(text.slice(0, 100))
}

const writeSocketsKey: WriteRule = (operation, pattern) => {
  const [namespace, key] = operation.split('.')
  return `"sockets": { "${namespace}": { "${key}": ${show(pattern)} } }`
}

/** Says what the manifest would have to say; of each operation once, whatever else the page tries. */
export function logDenial(app: Denier, request: PermissionRequest): void {
  const { host, operation, port } = request
  const operations = told.get(app) ?? new Set()
  if (operations.has(operation)) return
  told.set(app, operations.add(operation))
  const { writeRule = writeSocketsKey } = app
  app.logger.warn(
    `electron-chrome-sockets: the manifest does not allow ${operation} of ${show(host)}, port ${port}; ` +
      `this would: ${writeRule(operation, suggestPattern(request).slice(0, 100))}`,
  )
}
