import { Page } from '../../src/main/apps/page.ts'
import { Scope } from '../../src/main/apps/scope.ts'
import { readManifest } from '../../src/main/permissions/manifest.ts'
import type { EventName } from '../../src/renderer-types/contract/index.ts'
import { MemoryPort } from './memory-port.ts'

const everything = {
  tcp: { connect: '*' },
  tcpServer: { listen: '*' },
  udp: { bind: '*', send: '*', multicastMembership: '' },
}

/** An app that may do everything, unless told otherwise. */
export function createScope(sockets: unknown = everything, certificateAuthorities?: string[]): Scope {
  return new Scope(readManifest({ sockets }), certificateAuthorities)
}

/** A page of the app that listens to those events. */
export function addPage(scope: Scope, ...events: EventName[]): { page: Page; port: MemoryPort } {
  const port = new MemoryPort()
  const page = new Page(port)
  scope.addPage(page)
  for (const event of events) page.setInterest(event, true)
  scope.wake()
  return { page, port }
}
