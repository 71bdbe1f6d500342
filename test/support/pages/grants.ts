import type { AcceptedGrant } from '../../../src/renderer-types/wire.ts'

/** What an app that may do everything is told. */
export const fullGrant: AcceptedGrant = {
  granted: true,
  namespaces: ['tcp', 'tcpServer', 'udp', 'network'],
  runtimeId: 'abcdefghijklmnopabcdefghijklmnop',
  sendLimits: { writeQuota: 200 * 1024 * 1024, messageBytes: 256 * 1024 * 1024 },
  manifest: '{"name":"App","sockets":{}}',
}
