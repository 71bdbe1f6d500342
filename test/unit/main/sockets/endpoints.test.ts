import { once } from 'node:events'
import net from 'node:net'
import { expect, it } from 'vitest'
import { formatAddress } from '../../../../src/main/sockets/format-address.ts'
import { readEndpoints, shareEndpoint } from '../../../../src/main/sockets/endpoints.ts'

it.each([
  ['127.0.0.1', '127.0.0.1', '127.0.0.1'],
  ['::1', '::1', '::1'],
  ['0.0.0.0', '127.0.0.1', '127.0.0.1'],
  ['::', '::1', '::1'],
  ['::', '127.0.0.1', '::ffff:7f00:1'],
  ['::ffff:127.0.0.1', '127.0.0.1', '::ffff:7f00:1'],
])('of a client of %s that has connected to %s: both are at %s', async (host, target, address) => {
  const server = net.createServer().listen(0, host)
  await once(server, 'listening')
  const bound = server.address() as net.AddressInfo
  const peer = net.connect({ port: bound.port, host: target })
  const [client] = (await once(server, 'connection')) as [net.Socket]
  const listener = { localAddress: formatAddress(bound.address), localPort: bound.port }
  const endpoints = readEndpoints(client, shareEndpoint(listener))
  expect(endpoints).toEqual({
    ...listener,
    localAddress: address,
    peerAddress: address,
    peerPort: peer.localPort,
  })
  expect(endpoints).toEqual(readEndpoints(client))
  peer.destroy()
  client.destroy()
  server.close()
})
