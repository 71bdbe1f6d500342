import type net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SecureBench } from '../../../support/secure-bench.ts'
import { until } from '../../../support/until.ts'

const notFound = ['Socket not found']

let bench: SecureBench

beforeEach(() => {
  bench = new SecureBench()
})

afterEach(async () => {
  await bench.close()
  expect(bench.logger.errors).toEqual([])
})

describe('a handshake under way', () => {
  it('leaves the socket connected as it was, unable to send', async () => {
    const { id, securing } = await bench.begin({ name: 'n', bufferSize: 5 })
    expect(await bench.info('tcp', id)).toMatchObject({ connected: true, name: 'n', bufferSize: 5 })
    expect(await bench.call('tcp.send', id, new ArrayBuffer(1))).toEqual([
      'net::ERR_SOCKET_NOT_CONNECTED',
      { resultCode: -15 },
    ])
    await bench.call('tcp.close', id)
    await securing
  })

  it('cannot be begun a second time: the socket is gone', async () => {
    const { id, peer } = await bench.begin()
    expect(await bench.secure(id)).toEqual(['net::ERR_FAILED', -2])
    expect(await bench.call('tcp.getInfo', id)).toEqual(notFound)
    await until('closed', () => peer.ended)
  })

  it.each(['tcp.disconnect', 'tcp.close'] as const)('is ended by %s, without an event', async (method) => {
    const { id, peer } = await bench.begin()
    expect(await bench.call(method, id)).toEqual([undefined])
    await until('closed', () => peer.ended)
    expect(bench.port.events).toEqual([])
  })

  it('that is ended by disconnect leaves the socket as it was, to be connected again', async () => {
    const { id, securing } = await bench.begin({ name: 'n', bufferSize: 5 })
    await bench.call('tcp.disconnect', id)
    await securing
    expect(await bench.info('tcp', id)).toEqual({
      bufferSize: 5,
      connected: false,
      name: 'n',
      paused: true,
      persistent: false,
      socketId: id,
    })
    const { port } = await bench.serve()
    expect(await bench.call('tcp.connect', id, 'localhost', port)).toEqual([undefined, 0])
    expect(await bench.secure(id)).toEqual([undefined, 0])
  })

  it('is ended by the end of the app', async () => {
    const { peer } = await bench.begin()
    bench.app.dispose()
    await until('closed', () => peer.ended)
  })

  it.each<[string, number, (client: net.Socket) => void]>([
    ['answers with plain text', -107, (client) => client.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['ends it', -100, (client) => client.end()],
    ['resets it', -101, (client) => client.resetAndDestroy()],
  ])('fails when the peer %s: %i', async (_what, code, act) => {
    const { port } = await bench.serveRaw(act)
    const id = await bench.connect(port)
    const [error, result] = await bench.secure(id)
    expect(result).toBe(code)
    expect(error).toMatch(/^net::ERR_/)
    expect(await bench.call('tcp.getInfo', id)).toEqual(notFound)
  })
})
