import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Limits } from '../../../src/main/types.ts'
import type { MethodName } from '../../../src/renderer-types/contract/index.ts'
import { ApiBench } from '../../support/api-bench.ts'
import { closeConnections, track } from '../../support/connected-pair.ts'
import { TcpPeer } from '../../support/tcp-peer.ts'
import { createLimitedApp } from '../../support/test-app.ts'
import { settle } from '../../support/until.ts'

let bench: ApiBench

afterEach(() => {
  bench.app.dispose()
  closeConnections()
})

function enter(limits: Partial<Limits>): void {
  bench = new ApiBench(createLimitedApp(limits))
}

const call = (method: MethodName, ...args: unknown[]): Promise<unknown[]> => bench.call(method, ...args)

describe.each(['tcp', 'tcpServer', 'udp'] as const)('sockets of %s', (namespace) => {
  it('may be as many as the limit; one more is refused until another is closed', async () => {
    enter({ sockets: 2 })
    expect([await bench.create(namespace), await bench.create(namespace)]).toEqual([1, 2])
    for (let i = 0; i < 3; i += 1)
      expect(await call(`${namespace}.create`, {})).toEqual(['net::ERR_INSUFFICIENT_RESOURCES'])
    const [, list] = await call(`${namespace}.getSockets`)
    expect(list).toHaveLength(2)
    await call(`${namespace}.close`, 1)
    expect(await bench.create(namespace)).toBe(3)
    expect(await call(`${namespace}.create`, {})).toEqual(['net::ERR_INSUFFICIENT_RESOURCES'])
  })

  it('do not count against those of the other APIs', async () => {
    enter({ sockets: 1 })
    for (const each of ['tcp', 'tcpServer', 'udp'] as const) expect(await bench.create(each)).toBe(1)
    expect(await call(`${namespace}.create`, {})).toEqual(['net::ERR_INSUFFICIENT_RESOURCES'])
  })
})

it('a server of the API holds as many clients as the limit says', async () => {
  enter({ heldConnections: 1 })
  const id = await bench.create('tcpServer')
  await call('tcpServer.listen', id, '127.0.0.1', 0, 100)
  const { localPort } = (await bench.info('tcpServer', id)) as { localPort: number }
  const held = track(await TcpPeer.connect(localPort))
  await settle()
  const surplus = net.connect(localPort, '127.0.0.1')
  const [error] = (await once(surplus, 'error')) as [NodeJS.ErrnoException]
  expect([error.code, held.ended]).toEqual(['ECONNRESET', false])
})

describe('the bytes of one call', () => {
  it.each<[MethodName, unknown[], string]>([
    ['tcp.send', [], 'net::ERR_SOCKET_NOT_CONNECTED'],
    ['udp.send', ['127.0.0.1', 80, undefined], 'net::ERR_SOCKET_NOT_CONNECTED'],
  ])('of %s may be as many as the limit and not one more', async (method, rest, otherwise) => {
    enter({ messageBytes: 10 })
    await bench.create('tcp')
    await bench.create('udp')
    expect((await call(method, 1, new ArrayBuffer(11), ...rest))[0]).toBe('net::ERR_MSG_TOO_BIG')
    expect((await call(method, 1, new ArrayBuffer(10), ...rest))[0]).toBe(otherwise)
  })

  it('are held against the write quota first, as in Chrome', async () => {
    enter({ messageBytes: 10, writeQuota: 10 })
    await bench.create('tcp')
    expect(await call('tcp.send', 1, new ArrayBuffer(11))).toEqual(['Exceeded write quota.'])
  })
})
