import type net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SecureRig } from '../../../support/sockets/secure-rig.ts'
import { until } from '../../../support/until.ts'

const notFound = ['Socket not found']

let rig: SecureRig

beforeEach(() => {
  rig = new SecureRig()
})

afterEach(async () => {
  await rig.close()
  expect(rig.logger.errors).toEqual([])
})

describe('a handshake under way', () => {
  it('leaves the socket connected as it was, unable to send', async () => {
    const { id, securing } = await rig.begin({ name: 'n', bufferSize: 5 })
    expect(await rig.info('tcp', id)).toMatchObject({ connected: true, name: 'n', bufferSize: 5 })
    expect(await rig.call('tcp.send', id, new ArrayBuffer(1))).toEqual([
      'net::ERR_SOCKET_NOT_CONNECTED',
      { resultCode: -15 },
    ])
    await rig.call('tcp.close', id)
    await securing
  })

  it('cannot be begun a second time: the socket is gone', async () => {
    const { id, peer } = await rig.begin()
    expect(await rig.secure(id)).toEqual(['net::ERR_FAILED', -2])
    expect(await rig.call('tcp.getInfo', id)).toEqual(notFound)
    await until('closed', () => peer.ended)
  })

  it.each(['tcp.disconnect', 'tcp.close'] as const)('is ended by %s, without an event', async (method) => {
    const { id, peer } = await rig.begin()
    expect(await rig.call(method, id)).toEqual([undefined])
    await until('closed', () => peer.ended)
    expect(rig.port.events).toEqual([])
  })

  it('that is ended by disconnect leaves the socket as it was, to be connected again', async () => {
    const { id, securing } = await rig.begin({ name: 'n', bufferSize: 5 })
    await rig.call('tcp.disconnect', id)
    await securing
    expect(await rig.info('tcp', id)).toEqual({
      bufferSize: 5,
      connected: false,
      name: 'n',
      paused: true,
      persistent: false,
      socketId: id,
    })
    const { port } = await rig.serve()
    expect(await rig.call('tcp.connect', id, 'localhost', port)).toEqual([undefined, 0])
    expect(await rig.secure(id)).toEqual([undefined, 0])
  })

  it('is ended by the end of the app', async () => {
    const { peer } = await rig.begin()
    rig.app.dispose()
    await until('closed', () => peer.ended)
  })

  it.each<[string, number, (client: net.Socket) => void]>([
    ['answers with plain text', -107, (client) => client.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['ends it', -100, (client) => client.end()],
    ['resets it', -101, (client) => client.resetAndDestroy()],
  ])('fails when the peer %s: %i', async (_what, code, act) => {
    const { port } = await rig.serveRaw(act)
    const id = await rig.connect(port)
    const [error, result] = await rig.secure(id)
    expect(result).toBe(code)
    expect(error).toMatch(/^net::ERR_/)
    expect(await rig.call('tcp.getInfo', id)).toEqual(notFound)
  })
})
