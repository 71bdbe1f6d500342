import dgram from 'node:dgram'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { makeNetHost } from '../../../bench/apps/common/net-host.ts'
import { DatagramPeer } from '../../../bench/client/datagram-peer.ts'
import { pingDatagrams } from '../../../bench/client/loads/ping-datagrams.ts'
import { DatagramReader, makeDatagram } from '../../../bench/server/datagrams/datagram.ts'
import { makeServerApi } from '../../../bench/server/server-api.ts'
import { until } from '../../support/until.ts'

const span = { warmUp: 20, duration: 150 }

function readAll(...datagrams: Uint8Array[]): DatagramReader {
  const reader = new DatagramReader()
  for (const datagram of datagrams) reader.read(datagram)
  return reader
}

describe('datagram reader', () => {
  it('counts what comes, whatever the order, and takes no offence at what is lost', () => {
    const { received, failure } = readAll(...[0, 3000, 1, 10_000, 9999].map(makeDatagram))
    expect({ received, failure }).toEqual({ received: 5, failure: undefined })
  })

  it.each([
    ['twice', [makeDatagram(4), makeDatagram(4)], 'datagram 4 came twice'],
    ['again', [makeDatagram(4), makeDatagram(3), makeDatagram(4)], 'datagram 4 came twice'],
    ['cut off', [makeDatagram(0).subarray(1)], 'a datagram came with 99 bytes'],
    [
      'changed',
      [makeDatagram(7).map((byte, index) => byte ^ Number(index === 99))],
      'datagram 7 came with wrong',
    ],
    [
      'as another one',
      [makeDatagram(7).map((byte, index) => (index === 3 ? 8 : byte))],
      'datagram 8 came with',
    ],
  ])('notices one that comes %s', (_, datagrams, failure) => {
    expect(readAll(...datagrams).failure).toContain(failure)
  })
})

describe('datagrams of a subject', () => {
  const api = makeServerApi(makeNetHost())

  afterEach(() => api.closeDatagrams())

  it('are counted at both ends when they come in', async () => {
    const peer = new DatagramPeer()
    peer.flood(await api.openDatagrams('count'))
    await until('some have come', () => api.reportDatagrams().received > 100)
    const sent = await peer.stopFlood()
    const { received, failure } = api.reportDatagrams()
    expect(received).toBeLessThanOrEqual(sent)
    expect(failure).toBeUndefined()
  })

  it('are counted at both ends when they go out', async () => {
    const peer = new DatagramPeer()
    await api.openDatagrams('flood', await peer.open())
    expect(await peer.count(span)).toBeGreaterThan(0)
    const { sent } = await api.closeDatagrams()
    const received = await peer.close()
    expect(received).toBeGreaterThan(100)
    expect(received).toBeLessThanOrEqual(sent)
    await api.openDatagrams('count')
  })

  it('come back', async () => {
    const { p50, p99 } = await pingDatagrams(await api.openDatagrams('echo'), span)
    expect(p50).toBeGreaterThan(0)
    expect(p99).toBeGreaterThanOrEqual(p50)
  })
})

describe('datagrams of a subject that does not work', () => {
  let socket: dgram.Socket

  async function serve(answer: (data: Buffer) => Buffer | undefined): Promise<number> {
    socket = dgram.createSocket('udp4', (data, { port }) => {
      const answered = answer(data)
      if (answered !== undefined) socket.send(answered, port, '127.0.0.1')
    })
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return socket.address().port
  }

  afterEach(() => void socket.close())

  it('fail when they come back changed', async () => {
    const port = await serve((data) => Buffer.from(data.map((byte) => byte ^ 1)))
    await expect(pingDatagrams(port, span)).rejects.toThrow('came with wrong bytes')
  })

  it('fail when one does not come back', async () => {
    let left = 3
    const port = await serve((data) => {
      left -= 1
      return left > 0 ? data : undefined
    })
    await expect(pingDatagrams(port, span)).rejects.toThrow('datagram 2 is lost')
  })
})
