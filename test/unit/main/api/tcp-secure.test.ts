import tls from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { IdentityName } from '../../../support/sockets/certificates.ts'
import { SecureRig } from '../../../support/sockets/secure-rig.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { settle, until } from '../../../support/until.ts'

const notFound = ['Socket not found']

let rig: SecureRig

beforeEach(() => {
  rig = new SecureRig()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rig.close()
  expect(rig.logger.errors).toEqual([])
})

describe('a send on a secured socket', () => {
  it('is answered before what its peer says to it, and before its end', async () => {
    const connect = vi.spyOn(tls, 'connect')
    const { id, peer } = await rig.open()
    const socket = connect.mock.results.at(-1)?.value as tls.TLSSocket
    await rig.call('tcp.setPaused', id, false)
    const order: (string | number)[] = []
    const { delivery, tcp } = rig.app
    vi.spyOn(delivery, 'receive').mockImplementation((_socket, data) => {
      order.push(Buffer.from(data).toString())
    })
    vi.spyOn(delivery, 'receiveError').mockImplementation((_socket, code) => void order.push(code))
    tcp.get(id)?.send(Buffer.from('question'), () => order.push('sent'))
    // As when all of it has come by the time Node looks.
    socket.emit('data', Buffer.from('answer'))
    socket.emit('end')
    await until('told', () => order.length === 3)
    expect(order).toEqual(['sent', 'answer', -100])
    expect(tcp.get(id)?.answersAreDue).toBe(false)
    await until('received', () => peer.text === 'question')
  })

  it('that the peer does not take does not keep what it says', async () => {
    const { id, peer } = await rig.open()
    peer.socket.pause()
    await rig.call('tcp.setPaused', id, false)
    let code: number | undefined
    rig.app.tcp.get(id)?.send(new Uint8Array(32 * 1024 * 1024), (result) => (code = result))
    peer.write('hello')
    await until('received', () => rig.port.text === 'hello')
    peer.write(' again')
    await until('received', () => rig.port.text === 'hello again')
    expect(code).toBeUndefined()
  })
})

describe('a secured socket', () => {
  it('keeps its addresses and loses name and buffer size, which may be given again', async () => {
    const id = await rig.connect((await rig.serve()).port, { name: 'n', bufferSize: 5, persistent: true })
    const {
      name: _name,
      bufferSize: _size,
      ...before
    } = (await rig.info('tcp', id)) as Record<string, unknown>
    expect(await rig.secure(id, { tlsVersion: { min: 'tls1.2' } })).toEqual([undefined, 0])
    expect(await rig.info('tcp', id)).toEqual(before)
    expect(before).toMatchObject({ connected: true, paused: true, persistent: true })
    await rig.call('tcp.update', id, { name: 'again', bufferSize: 7 })
    expect(await rig.info('tcp', id)).toMatchObject({ name: 'again', bufferSize: 7 })
  })

  it('carries data both ways', async () => {
    const { id, peer } = await rig.open()
    const data = Buffer.alloc(100_000, 'up')
    const sent = await rig.call('tcp.send', id, new Uint8Array(data).buffer)
    expect(sent).toEqual([undefined, { bytesSent: 100_000, resultCode: 0 }])
    await until('sent', () => peer.received.equals(data))
    peer.write(data)
    await settle()
    expect(rig.port.text).toBe('')
    await rig.call('tcp.setPaused', id, false)
    await until('received', () => rig.port.text === data.toString())
    expect(rig.port.data[0]).toMatchObject({ bufferSize: 4096 })
  })

  it('notices the end of its peer when it reads, after the data', async () => {
    const { id, peer } = await rig.open()
    peer.write('bye')
    peer.socket.end()
    await until('ended', () => peer.socket.writableFinished)
    expect(await rig.info('tcp', id)).toMatchObject({ connected: true })
    await rig.call('tcp.setPaused', id, false)
    await until('noticed', () => rig.port.events.length === 1)
    expect([rig.port.text, rig.codes]).toEqual(['bye', [-100]])
    expect(await rig.info('tcp', id)).toMatchObject({ connected: false, paused: true })
  })

  it('sends everything before it is closed', async () => {
    const { id, peer } = await rig.open()
    await rig.call('tcp.send', id, new ArrayBuffer(1024 * 1024))
    await rig.call('tcp.close', id)
    await until('ended', () => peer.ended)
    expect([peer.received.length, peer.errno]).toEqual([1024 * 1024, undefined])
  })

  it.each([
    [true, []],
    [false, [-100]],
  ])('that is disconnected while paused is %s raises %j', async (paused, errors) => {
    const { id } = await rig.open()
    await rig.call('tcp.setPaused', id, paused)
    expect(await rig.call('tcp.disconnect', id)).toEqual([undefined])
    await settle()
    expect(rig.codes).toEqual(errors)
  })

  it('has no socket options any more, and cannot be connected again', async () => {
    const { id } = await rig.open()
    const failed = ['net::ERR_FAILED', -2]
    expect(await rig.call('tcp.setNoDelay', id, true)).toEqual(failed)
    expect(await rig.call('tcp.setKeepAlive', id, true)).toEqual(failed)
    await rig.call('tcp.disconnect', id)
    expect(await rig.call('tcp.connect', id, 'localhost', 9)).toEqual(['net::ERR_CONNECTION_FAILED', -104])
  })

  it('cannot be secured again, not even after its end, and stays', async () => {
    const { id } = await rig.open()
    const refused = ['Socket must be a connected client TCP socket.', -4]
    expect(await rig.secure(id)).toEqual(refused)
    expect(await rig.info('tcp', id)).toMatchObject({ connected: true })
    await rig.call('tcp.disconnect', id)
    expect(await rig.secure(id)).toEqual(refused)
    expect(await rig.info('tcp', id)).toMatchObject({ connected: false })
  })
})

describe('a socket that cannot be secured', () => {
  it('is to have versions that contradict each other', async () => {
    const id = await rig.connect((await rig.serve()).port)
    const options = { tlsVersion: { min: 'tls1.3', max: 'tls1.2' } }
    expect(await rig.secure(id, options)).toEqual(['net::ERR_SSL_PROTOCOL_ERROR', -107])
    expect(await rig.call('tcp.getInfo', id)).toEqual(notFound)
  })

  it('is not there', async () => {
    expect(await rig.secure(99)).toEqual(['Socket not found', -4])
  })

  it('is not connected, and stays', async () => {
    const { port } = await rig.serve()
    const id = await rig.create('tcp')
    expect(await rig.secure(id)).toEqual(['Socket not connected', -4])
    await rig.call('tcp.connect', id, 'localhost', port)
    await rig.call('tcp.disconnect', id)
    expect(await rig.secure(id)).toEqual(['Socket not connected', -4])
    expect(await rig.info('tcp', id)).toMatchObject({ connected: false })
  })

  it('reads, which ends with an error event, and is gone', async () => {
    const { port } = await rig.serve()
    const unpaused = await rig.connect(port, {}, false)
    expect(await rig.secure(unpaused)).toEqual(['net::ERR_FAILED', -2])
    await until('event', () => rig.port.events.length === 1)
    const late = await rig.connect(port, {}, false)
    await rig.call('tcp.setPaused', late, true)
    expect(await rig.secure(late)).toEqual(['net::ERR_FAILED', -2])
    await until('event', () => rig.port.events.length === 2)
    expect(rig.codes).toEqual([-100, -100])
    for (const id of [unpaused, late]) expect(await rig.call('tcp.getInfo', id)).toEqual(notFound)
  })

  it('was accepted, and is gone without an event', async () => {
    const server = await rig.create('tcpServer')
    await rig.call('tcpServer.listen', server, '127.0.0.1', 0)
    const peer = await TcpPeer.connect(rig.app.tcpServer.get(server)?.address?.localPort ?? 0)
    await until('accepted', () => rig.app.tcp.list().length === 1)
    expect(await rig.secure(1)).toEqual(['net::ERR_FAILED', -2])
    expect(await rig.call('tcp.getInfo', 1)).toEqual(notFound)
    await until('closed', () => peer.ended)
    expect(rig.codes).toEqual([])
    peer.socket.destroy()
  })

  it.each<[IdentityName, string, number]>([
    ['wrongName', 'net::ERR_CERT_COMMON_NAME_INVALID', -200],
    ['expired', 'net::ERR_CERT_DATE_INVALID', -201],
    ['unknownAuthority', 'net::ERR_CERT_AUTHORITY_INVALID', -202],
  ])('has a peer with the certificate %s, and is gone without an event', async (identity, error, code) => {
    const server = await rig.serve(identity)
    const id = await rig.connect(server.port)
    expect(await rig.secure(id)).toEqual([error, code])
    expect(await rig.call('tcp.getInfo', id)).toEqual(notFound)
    await settle()
    expect(rig.port.events).toEqual([])
  })
})
