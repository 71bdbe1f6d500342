import dgram from 'node:dgram'
import dns from 'node:dns/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { createApp } from '../../../support/pages/test-app.ts'
import { UdpPeer } from '../../../support/sockets/udp-rig.ts'
import { settle, until } from '../../../support/until.ts'

let rig: ApiRig
let peer: UdpPeer

beforeEach(async () => {
  rig = new ApiRig(createApp(), 'udp.onReceive', 'udp.onReceiveError')
  peer = await UdpPeer.open()
})

afterEach(() => {
  vi.restoreAllMocks()
  rig.app.dispose()
  peer.close()
  expect(rig.logger.errors).toEqual([])
})

/** The id and port of a new socket that is bound. */
async function bind(properties = {}): Promise<{ id: number; port: number }> {
  const id = await rig.create('udp', properties)
  expect(await rig.call('udp.bind', id, '127.0.0.1', 0)).toEqual([undefined, 0])
  return { id, port: rig.app.udp.get(id)?.address?.localPort ?? 0 }
}

const send = (id: number, host: string, ...rest: unknown[]): Promise<unknown[]> =>
  rig.call('udp.send', id, new Uint8Array([1, 2, 3]).buffer, host, peer.port, ...rest)

describe('getInfo', () => {
  it('tells what a new socket is, without what it does not have', async () => {
    await rig.create('udp')
    expect(await rig.call('udp.getInfo', 1)).toEqual([
      undefined,
      { paused: false, persistent: false, socketId: 1 },
    ])
  })

  it('has its keys in the order of Chrome', async () => {
    const { id } = await bind({ name: 'n', bufferSize: 5, persistent: true })
    const keys = Object.keys(await rig.info('udp', id))
    const address = ['localAddress', 'localPort']
    expect(keys).toEqual(['bufferSize', ...address, 'name', 'paused', 'persistent', 'socketId'])
  })

  it.each([0, -5])('does not tell a buffer size of %i', async (bufferSize) => {
    const id = await rig.create('udp', { bufferSize: 77 })
    expect(await rig.info('udp', id)).toHaveProperty('bufferSize', 77)
    await rig.call('udp.update', id, { bufferSize })
    expect(await rig.info('udp', id)).not.toHaveProperty('bufferSize')
  })

  it('tells no address while a bind is under way, or when it has failed', async () => {
    const id = await rig.create('udp')
    // While time stands still nothing waits for a later turn.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    const binding = rig.call('udp.bind', id, '127.0.0.1', 0)
    const info = rig.info('udp', id)
    clock.mockRestore()
    expect(await info).not.toHaveProperty('localAddress')
    await binding
    const other = await rig.create('udp')
    expect(await rig.call('udp.bind', other, '1.2.3.4', 0)).toEqual(['net::ERR_ADDRESS_INVALID', -108])
    expect(await rig.info('udp', other)).not.toHaveProperty('localAddress')
  })

  it('has getSockets list all, those that are closed no more', async () => {
    for (const name of ['a', 'b', 'c']) await rig.create('udp', { name })
    await rig.call('udp.close', 2)
    const [, list] = await rig.call('udp.getSockets')
    expect(list).toEqual([await rig.info('udp', 1), await rig.info('udp', 3)])
  })
})

describe('send', () => {
  it('tells how much was sent, nothing included', async () => {
    const { id } = await bind()
    expect(await send(id, '127.0.0.1')).toEqual([undefined, { bytesSent: 3, resultCode: 0 }])
    const empty = await rig.call('udp.send', id, new ArrayBuffer(0), '127.1', peer.port)
    expect(empty).toEqual([undefined, { bytesSent: 0, resultCode: 0 }])
    await until('received', () => peer.received.length === 2)
    expect(peer.received.map(({ size }) => size)).toEqual([3, 0])
  })

  it('to localhost tries the first address only, which an IPv4 socket does not reach', async () => {
    const { id } = await bind()
    for (const query of [[], ['any'], ['ipv6']]) {
      expect(await send(id, 'localhost', ...query)).toEqual([
        'net::ERR_ADDRESS_UNREACHABLE',
        { resultCode: -109 },
      ])
    }
    expect((await send(id, 'localhost', 'ipv4'))[1]).toEqual({ bytesSent: 3, resultCode: 0 })
    await until('received', () => peer.received.length === 1)
  })

  it.each([
    ['', undefined],
    ['[::1]', undefined],
    ['127.0.0.1', 'ipv6'],
    ['::1', 'ipv4'],
  ])('to %j with %s knows no address', async (host, query) => {
    const { id } = await bind()
    expect(await send(id, host, query)).toEqual(['net::ERR_NAME_NOT_RESOLVED', { resultCode: -105 }])
  })

  it('of a socket that is not bound, or of too much, is answered with a code', async () => {
    const id = await rig.create('udp')
    expect(await send(id, '127.0.0.1')).toEqual(['net::ERR_SOCKET_NOT_CONNECTED', { resultCode: -15 }])
    await rig.call('udp.bind', id, '127.0.0.1', 0)
    const tooMuch = new ArrayBuffer(65_508)
    const answer = await rig.call('udp.send', id, tooMuch, '127.0.0.1', peer.port)
    expect(answer).toEqual(['net::ERR_MSG_TOO_BIG', { resultCode: -142 }])
    expect(rig.port.events).toEqual([])
  })

  it('of a socket that is closed while the name is looked up has nothing to send with, and says so at once', async () => {
    const { id } = await bind()
    vi.spyOn(dns, 'lookup').mockReturnValue(new Promise(() => {}) as never)
    const sent = send(id, 'host.example')
    await rig.call('udp.close', id)
    expect(await sent).toEqual(['Socket not found'])
  })

  it('to a name comes before one to an address that was given later, unless the name takes long', async () => {
    const { id } = await bind()
    let answer = (_addresses: unknown): void => {}
    vi.spyOn(dns, 'lookup')
      .mockReturnValue(new Promise(() => {}) as never)
      .mockReturnValueOnce(new Promise((resolve) => (answer = resolve)) as never)
    const sendText = (text: string, host: string): Promise<unknown> =>
      rig.call('udp.send', id, new Uint8Array(Buffer.from(text)).buffer, host, peer.port)
    const texts = (): string => peer.received.map(({ text }) => text).join('')
    const sends = [sendText('a', 'one.test'), sendText('b', '127.0.0.1')]
    await settle()
    expect(texts()).toBe('')
    answer([{ address: '127.0.0.1', family: 4 }])
    await until('received', () => texts() === 'ab')
    const late = sendText('c', 'two.test')
    sends.push(sendText('d', '127.0.0.1'))
    await until('the one that waits no longer', () => texts() === 'abd')
    vi.restoreAllMocks()
    await rig.call('udp.close', id)
    expect(await late).toEqual(['Socket not found'])
    await Promise.all(sends)
  })

  it('to a name keeps the order of the datagrams, however long each look-up takes', async () => {
    const { id } = await bind()
    const answers: (() => void)[] = []
    vi.spyOn(dns, 'lookup').mockImplementation(
      (() =>
        new Promise((resolve) =>
          answers.push(() => resolve([{ address: '127.0.0.1', family: 4 }])),
        )) as never,
    )
    const texts = ['a', 'b', 'c', 'd']
    const sends = texts.map((text) =>
      rig.call('udp.send', id, new Uint8Array(Buffer.from(text)).buffer, 'two.test', peer.port),
    )
    // On a busy machine some are asked later than others.
    await until('received', () => {
      for (const answer of answers.splice(0).toReversed()) answer()
      return peer.received.length === texts.length
    })
    await Promise.all(sends)
    expect(peer.received.map(({ text }) => text)).toEqual(texts)
  })
})

describe('receiving', () => {
  it('raises an event for each datagram', async () => {
    const { id, port } = await bind()
    for (const text of ['hello', '']) await peer.send(text, port, '127.0.0.1')
    await until('received', () => rig.port.records.filter(({ kind }) => kind === 'datagram').length === 2)
    const common = { kind: 'datagram', socketId: id, remoteAddress: '127.0.0.1', remotePort: peer.port }
    expect(rig.port.records.filter(({ kind }) => kind === 'datagram')).toEqual([
      { ...common, data: new Uint8Array(Buffer.from('hello')).buffer },
      { ...common, data: new ArrayBuffer(0) },
    ])
  })

  it('of too much raises an error event, and pauses', async () => {
    const { id, port } = await bind({ bufferSize: 2 })
    await peer.send('hello', port, '127.0.0.1')
    await until('error', () => rig.port.events.length === 1)
    expect(rig.port.events[0]).toEqual({
      kind: 'event',
      event: 'udp.onReceiveError',
      payload: { resultCode: -142, socketId: id },
    })
    expect(await rig.info('udp', id)).toMatchObject({ paused: true })
  })

  it('can be paused', async () => {
    const id = await rig.create('udp')
    expect(await rig.call('udp.setPaused', id, true)).toEqual([undefined])
    expect(await rig.info('udp', id)).toMatchObject({ paused: true })
    expect(await rig.call('udp.setPaused', id, false)).toEqual([undefined])
    expect(await rig.info('udp', id)).toMatchObject({ paused: false })
  })
})

describe('groups and options', () => {
  it('are answered with a code', async () => {
    const add = vi.spyOn(dgram.Socket.prototype, 'addMembership').mockReturnValue()
    vi.spyOn(dgram.Socket.prototype, 'dropMembership').mockReturnValue()
    const id = await rig.create('udp')
    expect(await rig.call('udp.joinGroup', id, '239.1.1.1')).toEqual(['net::ERR_UNEXPECTED', -9])
    expect(await rig.call('udp.getJoinedGroups', id)).toEqual([undefined, []])
    expect(await rig.call('udp.setMulticastTimeToLive', id, 256)).toEqual(['net::ERR_INVALID_ARGUMENT', -4])
    expect(await rig.call('udp.setMulticastTimeToLive', id, 2)).toEqual([undefined, 0])
    expect(await rig.call('udp.setMulticastLoopbackMode', id, false)).toEqual([undefined, 0])
    expect(await rig.call('udp.setBroadcast', id, true)).toEqual(['net::ERR_SOCKET_NOT_CONNECTED', -15])
    await rig.call('udp.bind', id, '127.0.0.1', 0)
    for (const group of ['239.1.1.2', '239.1.1.1']) {
      expect(await rig.call('udp.joinGroup', id, group)).toEqual([undefined, 0])
    }
    expect(add).toHaveBeenCalledTimes(2)
    expect(await rig.call('udp.leaveGroup', id, '239.1.1.3')).toEqual(['net::ERR_ADDRESS_INVALID', -108])
    expect(await rig.call('udp.getJoinedGroups', id)).toEqual([undefined, ['239.1.1.2', '239.1.1.1']])
    expect(await rig.call('udp.leaveGroup', id, '239.1.1.2')).toEqual([undefined, 0])
    expect(await rig.call('udp.getJoinedGroups', id)).toEqual([undefined, ['239.1.1.1']])
    const tooLate = ['net::ERR_SOCKET_IS_CONNECTED', -23]
    expect(await rig.call('udp.setMulticastTimeToLive', id, 2)).toEqual(tooLate)
    expect(await rig.call('udp.setMulticastLoopbackMode', id, true)).toEqual(tooLate)
    expect(await rig.call('udp.setBroadcast', id, true)).toEqual([undefined, 0])
  })
})

describe('close', () => {
  it('forgets the socket without an event, and frees its port at once', async () => {
    const { id, port } = await bind()
    expect(await rig.call('udp.close', id)).toEqual([undefined])
    expect(await rig.call('udp.getInfo', id)).toEqual(['Socket not found'])
    const next = await rig.create('udp')
    expect(await rig.call('udp.bind', next, '127.0.0.1', port)).toEqual([undefined, 0])
    await settle()
    expect(rig.port.events).toEqual([])
  })
})
