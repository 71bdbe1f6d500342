import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IdentityName } from '../../../support/certificates.ts'
import { SecureBench } from '../../../support/secure-bench.ts'
import { TcpPeer } from '../../../support/tcp-peer.ts'
import { settle, until } from '../../../support/until.ts'

const notFound = ['Socket not found']

let bench: SecureBench

beforeEach(() => {
  bench = new SecureBench()
})

afterEach(async () => {
  await bench.close()
  expect(bench.logger.errors).toEqual([])
})

describe('a secured socket', () => {
  it('keeps its addresses and loses name and buffer size, which may be given again', async () => {
    const id = await bench.connect((await bench.serve()).port, { name: 'n', bufferSize: 5, persistent: true })
    const {
      name: _name,
      bufferSize: _size,
      ...before
    } = (await bench.info('tcp', id)) as Record<string, unknown>
    expect(await bench.secure(id, { tlsVersion: { min: 'tls1.2' } })).toEqual([undefined, 0])
    expect(await bench.info('tcp', id)).toEqual(before)
    expect(before).toMatchObject({ connected: true, paused: true, persistent: true })
    await bench.call('tcp.update', id, { name: 'again', bufferSize: 7 })
    expect(await bench.info('tcp', id)).toMatchObject({ name: 'again', bufferSize: 7 })
  })

  it('carries data both ways', async () => {
    const { id, peer } = await bench.open()
    const data = Buffer.alloc(100_000, 'up')
    const sent = await bench.call('tcp.send', id, new Uint8Array(data).buffer)
    expect(sent).toEqual([undefined, { bytesSent: 100_000, resultCode: 0 }])
    await until('sent', () => peer.received.equals(data))
    peer.write(data)
    await settle()
    expect(bench.port.text).toBe('')
    await bench.call('tcp.setPaused', id, false)
    await until('received', () => bench.port.text === data.toString())
    expect(bench.port.data[0]).toMatchObject({ bufferSize: 4096 })
  })

  it('notices the end of its peer when it reads, after the data', async () => {
    const { id, peer } = await bench.open()
    peer.write('bye')
    peer.socket.end()
    await until('ended', () => peer.socket.writableFinished)
    expect(await bench.info('tcp', id)).toMatchObject({ connected: true })
    await bench.call('tcp.setPaused', id, false)
    await until('noticed', () => bench.port.events.length === 1)
    expect([bench.port.text, bench.codes]).toEqual(['bye', [-100]])
    expect(await bench.info('tcp', id)).toMatchObject({ connected: false, paused: true })
  })

  it('sends everything before it is closed', async () => {
    const { id, peer } = await bench.open()
    await bench.call('tcp.send', id, new ArrayBuffer(1024 * 1024))
    await bench.call('tcp.close', id)
    await until('ended', () => peer.ended)
    expect([peer.received.length, peer.errno]).toEqual([1024 * 1024, undefined])
  })

  it.each([
    [true, []],
    [false, [-100]],
  ])('that is disconnected while paused is %s raises %j', async (paused, errors) => {
    const { id } = await bench.open()
    await bench.call('tcp.setPaused', id, paused)
    expect(await bench.call('tcp.disconnect', id)).toEqual([undefined])
    await settle()
    expect(bench.codes).toEqual(errors)
  })

  it('has no socket options any more, and cannot be connected again', async () => {
    const { id } = await bench.open()
    const failed = ['net::ERR_FAILED', -2]
    expect(await bench.call('tcp.setNoDelay', id, true)).toEqual(failed)
    expect(await bench.call('tcp.setKeepAlive', id, true)).toEqual(failed)
    await bench.call('tcp.disconnect', id)
    expect(await bench.call('tcp.connect', id, 'localhost', 9)).toEqual(['net::ERR_CONNECTION_FAILED', -104])
  })

  it('cannot be secured again, not even after its end, and stays', async () => {
    const { id } = await bench.open()
    const refused = ['Socket must be a connected client TCP socket.', -4]
    expect(await bench.secure(id)).toEqual(refused)
    expect(await bench.info('tcp', id)).toMatchObject({ connected: true })
    await bench.call('tcp.disconnect', id)
    expect(await bench.secure(id)).toEqual(refused)
    expect(await bench.info('tcp', id)).toMatchObject({ connected: false })
  })
})

describe('a socket that cannot be secured', () => {
  it('is to have versions that contradict each other', async () => {
    const id = await bench.connect((await bench.serve()).port)
    const options = { tlsVersion: { min: 'tls1.3', max: 'tls1.2' } }
    expect(await bench.secure(id, options)).toEqual(['net::ERR_SSL_PROTOCOL_ERROR', -107])
    expect(await bench.call('tcp.getInfo', id)).toEqual(notFound)
  })

  it('is not there', async () => {
    expect(await bench.secure(99)).toEqual(['Socket not found', -4])
  })

  it('is not connected, and stays', async () => {
    const { port } = await bench.serve()
    const id = await bench.create('tcp')
    expect(await bench.secure(id)).toEqual(['Socket not connected', -4])
    await bench.call('tcp.connect', id, 'localhost', port)
    await bench.call('tcp.disconnect', id)
    expect(await bench.secure(id)).toEqual(['Socket not connected', -4])
    expect(await bench.info('tcp', id)).toMatchObject({ connected: false })
  })

  it('reads, which ends with an error event, and is gone', async () => {
    const { port } = await bench.serve()
    const unpaused = await bench.connect(port, {}, false)
    expect(await bench.secure(unpaused)).toEqual(['net::ERR_FAILED', -2])
    await until('event', () => bench.port.events.length === 1)
    const late = await bench.connect(port, {}, false)
    await bench.call('tcp.setPaused', late, true)
    expect(await bench.secure(late)).toEqual(['net::ERR_FAILED', -2])
    await until('event', () => bench.port.events.length === 2)
    expect(bench.codes).toEqual([-100, -100])
    for (const id of [unpaused, late]) expect(await bench.call('tcp.getInfo', id)).toEqual(notFound)
  })

  it('was accepted, and is gone without an event', async () => {
    const server = await bench.create('tcpServer')
    await bench.call('tcpServer.listen', server, '127.0.0.1', 0)
    const peer = await TcpPeer.connect(bench.app.tcpServer.get(server)?.address?.localPort ?? 0)
    await until('accepted', () => bench.app.tcp.list().length === 1)
    expect(await bench.secure(1)).toEqual(['net::ERR_FAILED', -2])
    expect(await bench.call('tcp.getInfo', 1)).toEqual(notFound)
    await until('closed', () => peer.ended)
    expect(bench.codes).toEqual([])
    peer.socket.destroy()
  })

  it.each<[IdentityName, string, number]>([
    ['wrongName', 'net::ERR_CERT_COMMON_NAME_INVALID', -200],
    ['expired', 'net::ERR_CERT_DATE_INVALID', -201],
    ['unknownAuthority', 'net::ERR_CERT_AUTHORITY_INVALID', -202],
  ])('has a peer with the certificate %s, and is gone without an event', async (identity, error, code) => {
    const server = await bench.serve(identity)
    const id = await bench.connect(server.port)
    expect(await bench.secure(id)).toEqual([error, code])
    expect(await bench.call('tcp.getInfo', id)).toEqual(notFound)
    await settle()
    expect(bench.port.events).toEqual([])
  })
})
