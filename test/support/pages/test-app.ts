import dns from 'node:dns/promises'
import type { FindAddresses } from '../../../src/main/sockets/resolve-host.ts'
import type { Limits } from '../../../src/main/types.ts'
import { defaultLimits, readLimits } from '../../../src/main/install/limits.ts'
import { Page } from '../../../src/main/page/page.ts'
import type { AppSettings } from '../../../src/main/app/app.ts'
import { App } from '../../../src/main/app/app.ts'
import { Closings } from '../../../src/main/app/closings.ts'
import { Delivery } from '../../../src/main/app/delivery.ts'
import { readManifest } from '../../../src/main/manifest/read-manifest.ts'
import { LookUpPool } from '../../../src/main/sockets/look-up-pool.ts'
import { TcpServerSocket } from '../../../src/main/sockets/tcp-server-socket.ts'
import type { PermissionHooks } from '../../../src/main/permissions/authorize.ts'
import type { EventName } from '../../../src/renderer-types/contract/index.ts'
import { plenty } from '../sockets/plenty.ts'
import { MemoryPort } from './memory-port.ts'
import { RecordingLogger } from './recording-logger.ts'

const everything = {
  tcp: { connect: '*' },
  tcpServer: { listen: '*' },
  udp: { bind: '*', send: '*', multicastMembership: '' },
}

/** What a look-up is where there is no Electron. */
const lookUpInNode: FindAddresses = async (name, query) => {
  const family = { any: 0, ipv4: 4, ipv6: 6 }[query]
  return (await dns.lookup(name, { all: true, family })).map(({ address }) => address)
}

/** An app with that manifest, and with the usual settings where none are given. */
export function createAppOf(manifest: object, settings: Partial<AppSettings> = {}): App {
  return new App(readManifest(manifest), {
    certificateAuthorities: [],
    createDelivery: (parts) => new Delivery(parts, plenty),
    hooks: {},
    limits: defaultLimits,
    closings: new Closings(),
    lookUpPool: new LookUpPool(),
    logger: new RecordingLogger(),
    resolver: { anywhere: lookUpInNode, locally: () => Promise.resolve([]) },
    ...settings,
  })
}

/** An app that may do everything, unless told otherwise. */
export function createApp(
  sockets: unknown = everything,
  certificateAuthorities: string[] = [],
  hooks: PermissionHooks = {},
): App {
  return createAppOf({ sockets }, { certificateAuthorities, hooks })
}

/** What a app of {@link createApp} has reported. */
export function loggerOf({ logger }: App): RecordingLogger {
  if (logger instanceof RecordingLogger) return logger
  throw new TypeError('the app has another logger')
}

/** An app that may do everything, but hold only so much. */
export function createLimitedApp(limits: Partial<Limits>, hooks: PermissionHooks = {}): App {
  return createAppOf({ sockets: everything }, { hooks, limits: readLimits(limits) })
}

export interface Member {
  readonly page: Page
  readonly port: MemoryPort
}

/** A page of the app that listens to those events, and is busy with the first message for ever. */
export function addPage(app: App, ...events: EventName[]): Member {
  const port = new MemoryPort()
  const page = new Page(port, app.limits, { url: 'app://test/', windowId: 1 })
  app.addPage(page)
  for (const event of events) app.setInterest(page, event, true)
  return { page, port }
}

/** Has the page deal with everything soon after it was sent. */
export function keepUp(app: App, { page, port }: Member): void {
  const acknowledge = (): void => void setImmediate(() => app.acknowledge(page, 1))
  port.onAsked = acknowledge
  for (let i = 0; i < port.asked; i += 1) acknowledge()
}

/** A server of the app on a free port of 127.0.0.1. */
export async function serve(app: App): Promise<{ server: TcpServerSocket; port: number }> {
  const server = app.tcpServer.add((id) => new TcpServerSocket(id, app.delivery, app.limits.heldConnections))
  const code = await server?.listen('127.0.0.1', 0, undefined)
  if (server === undefined || code !== 0) throw new Error(`no server: ${code}`)
  return { server, port: server.address?.localPort ?? 0 }
}
