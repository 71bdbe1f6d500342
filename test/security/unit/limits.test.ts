import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Limits } from '../../../src/main/types.ts'
import type { MethodName } from '../../../src/renderer-types/contract/index.ts'
import { ApiRig } from '../../support/pages/api-rig.ts'
import { closeConnections, track } from '../../support/sockets/connected-pair.ts'
import { TcpPeer } from '../../support/sockets/tcp-peer.ts'
import { createLimitedApp } from '../../support/pages/test-app.ts'
import { settle } from '../../support/until.ts'

let rig: ApiRig

afterEach(() => {
  rig.app.dispose()
  closeConnections()
})

function enter(limits: Partial<Limits>): void {
  rig = new ApiRig(createLimitedApp(limits))
}

const call = (method: MethodName, ...args: unknown[]): Promise<unknown[]> => rig.call(method, ...args)

describe.each(['tcp', 'tcpServer', 'udp'] as const)('sockets of %s', (namespace) => {
  it('may be as many as the limit; one more is refused until another is closed', async () => {
    enter({ sockets: 2 })
    expect([await rig.create(namespace), await rig.create(namespace)]).toEqual([1, 2])
    for (let i = 0; i < 3; i += 1)
      expect(await call(`${namespace}.create`, {})).toEqual(['net::ERR_INSUFFICIENT_RESOURCES'])
    const [, list] = await call(`${namespace}.getSockets`)
    expect(list).toHaveLength(2)
    await call(`${namespace}.close`, 1)
    expect(await rig.create(namespace)).toBe(3)
    expect(await call(`${namespace}.create`, {})).toEqual(['net::ERR_INSUFFICIENT_RESOURCES'])
  })

  it('do not count against those of the other APIs', async () => {
    enter({ sockets: 1 })
    for (const each of ['tcp', 'tcpServer', 'udp'] as const) expect(await rig.create(each)).toBe(1)
    expect(await call(`${namespace}.create`, {})).toEqual(['net::ERR_INSUFFICIENT_RESOURCES'])
  })
})

it('a server of the API holds as many clients as the limit says', async () => {
  enter({ heldConnections: 1 })
  const id = await rig.create('tcpServer')
  await call('tcpServer.listen', id, '127.0.0.1', 0, 100)
  const { localPort } = (await rig.info('tcpServer', id)) as { localPort: number }
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
    await rig.create('tcp')
    await rig.create('udp')
    expect((await call(method, 1, new ArrayBuffer(11), ...rest))[0]).toBe('net::ERR_MSG_TOO_BIG')
    expect((await call(method, 1, new ArrayBuffer(10), ...rest))[0]).toBe(otherwise)
  })

  it('are held against the write quota first, as in Chrome', async () => {
    enter({ messageBytes: 10, writeQuota: 10 })
    await rig.create('tcp')
    expect(await call('tcp.send', 1, new ArrayBuffer(11))).toEqual(['Exceeded write quota.'])
  })

  it('include those of a text that is too long for what it is there for, wherever it stands', async () => {
    enter({ writeQuota: 5000 })
    const create = (length: number): Promise<unknown[]> => call('tcp.create', { name: 'x'.repeat(length) })
    expect(await create(4096)).toEqual([undefined, { socketId: 1 }])
    expect(await create(5000)).toEqual(['net::ERR_INVALID_ARGUMENT'])
    expect(await create(5001)).toEqual(['Exceeded write quota.'])
  })
})
