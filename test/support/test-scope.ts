import type { Limits } from '../../src/main/types.ts'
import { readLimits } from '../../src/main/install/limits.ts'
import { Page } from '../../src/main/page/page.ts'
import { Scope } from '../../src/main/app/scope.ts'
import { readManifest } from '../../src/main/permissions/manifest.ts'
import { TcpServerSocket } from '../../src/main/sockets/tcp-server-socket.ts'
import type { PermissionHooks } from '../../src/main/permissions/authorize.ts'
import type { EventName } from '../../src/renderer-types/contract/index.ts'
import { MemoryPort } from './memory-port.ts'
import { RecordingLogger } from './recording-logger.ts'

const everything = {
  tcp: { connect: '*' },
  tcpServer: { listen: '*' },
  udp: { bind: '*', send: '*', multicastMembership: '' },
}

/** An app that may do everything, unless told otherwise. */
export function createScope(
  sockets: unknown = everything,
  certificateAuthorities: string[] = [],
  hooks: Omit<PermissionHooks, 'logger'> = {},
): Scope {
  return new Scope(readManifest({ sockets }), {
    certificateAuthorities,
    hooks: { logger: new RecordingLogger(), ...hooks },
  })
}

/** What a scope of {@link createScope} has reported. */
export function loggerOf({ hooks: { logger } }: Scope): RecordingLogger {
  if (logger instanceof RecordingLogger) return logger
  throw new TypeError('the scope has another logger')
}

/** An app that may do everything, but hold only so much. */
export function createLimitedScope(limits: Partial<Limits>): Scope {
  return new Scope(readManifest({ sockets: everything }), {
    hooks: { logger: new RecordingLogger() },
    limits: readLimits(limits),
  })
}

export interface Member {
  readonly page: Page
  readonly port: MemoryPort
}

/** A page of the app that listens to those events, and is busy with the first message for ever. */
export function addPage(scope: Scope, ...events: EventName[]): Member {
  const port = new MemoryPort()
  const page = new Page(port, scope.limits)
  scope.addPage(page)
  for (const event of events) scope.setInterest(page, event, true)
  return { page, port }
}

/** Has the page deal with everything soon after it was sent. */
export function keepUp(scope: Scope, { page, port }: Member): void {
  const acknowledge = (): void => void setImmediate(() => scope.acknowledge(page, 1))
  port.onAsked = acknowledge
  for (let i = 0; i < port.asked; i += 1) acknowledge()
}

/** A server of the app on a free port of 127.0.0.1. */
export async function serve(scope: Scope): Promise<{ server: TcpServerSocket; port: number }> {
  const server = scope.tcpServer.add((id) => new TcpServerSocket(id, scope))
  const code = await server?.listen('127.0.0.1', 0, undefined)
  if (server === undefined || code !== 0) throw new Error(`no server: ${code}`)
  return { server, port: server.address?.localPort ?? 0 }
}
