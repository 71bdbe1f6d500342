import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { InstallOptions, PermissionRequest } from '../../../../src/main/types.ts'
import type { MethodName } from '../../../../src/renderer-types/contract/index.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { toUpMessages } from '../../../support/pages/gate-page.ts'
import { createApp, createLimitedApp } from '../../../support/pages/test-app.ts'
import { UdpPeer } from '../../../support/sockets/udp-rig.ts'
import { settle, until } from '../../../support/until.ts'

let rig: ApiRig

afterEach(() => rig.app.dispose())

/** An app that asks; the test answers. */
function open(authorize: InstallOptions['authorize']): void {
  rig = new ApiRig(createApp(undefined, [], authorize && { authorize }))
}

/** An app whose user thinks until the test says a word. */
function openSlowly(): { asked: PermissionRequest[]; say: (word: boolean) => void } {
  const asked: PermissionRequest[] = []
  const pending: ((word: boolean) => void)[] = []
  open((request) => {
    asked.push(request)
    return new Promise((resolve) => pending.push(resolve))
  })
  return { asked, say: (word) => pending.shift()?.(word) }
}

describe('the app is asked', () => {
  it.each<['tcp' | 'tcpServer' | 'udp', MethodName, unknown[], Partial<PermissionRequest>]>([
    ['tcpServer', 'tcpServer.listen', ['127.1', 0, undefined], { host: '127.1', port: 0 }],
    ['tcp', 'tcp.connect', ['LocalHost', 80, undefined], { host: 'LocalHost', port: 80 }],
    ['udp', 'udp.bind', ['127.0.0.1', 70_000], { host: '127.0.0.1', port: 70_000 }],
    ['udp', 'udp.send', [new ArrayBuffer(1), 'a', 9, undefined], { host: 'a', port: 9 }],
    ['udp', 'udp.joinGroup', ['224.0.0.251'], { host: '224.0.0.251', port: 0 }],
    ['udp', 'udp.leaveGroup', ['224.0.0.251'], { host: '224.0.0.251', port: 0 }],
    ['udp', 'udp.getJoinedGroups', [], { host: '*', port: 0 }],
  ])('of %s: %s %j', async (namespace, method, args, expected) => {
    const asked: PermissionRequest[] = []
    open((request) => {
      asked.push(request)
      return false
    })
    const socketId = await rig.create(namespace)
    const denial = namespace === 'udp' ? 'App does not have permission' : 'Does not have permission'
    expect(await rig.call(method, socketId, ...args)).toEqual([denial])
    const operation = /Group/.test(method) ? 'udp.multicastMembership' : method
    expect(asked).toEqual([{ operation, socketId, url: 'app://test/', ...expected }])
  })

  it('of nothing else', async () => {
    open(() => {
      throw new Error('asked')
    })
    const id = await rig.create('tcp')
    expect(await rig.call('tcp.send', id, new ArrayBuffer(1))).toMatchObject([
      'net::ERR_SOCKET_NOT_CONNECTED',
      {},
    ])
    expect(await rig.call('tcp.connect', 99, '127.0.0.1', 1, undefined)).toEqual(['Socket not found'])
    expect(rig.logger.errors).toEqual([])
  })
})

describe('while the app makes up its mind', () => {
  it('the call waits, and others do not', async () => {
    const { asked, say } = openSlowly()
    const id = await rig.create('tcpServer')
    const listening = rig.call('tcpServer.listen', id, '127.0.0.1', 0, undefined)
    await rig.call('tcpServer.update', id, { name: 'meanwhile' })
    expect(await rig.info('tcpServer', id)).toMatchObject({ name: 'meanwhile' })
    expect(await rig.info('tcpServer', id)).not.toHaveProperty('localPort')
    expect(asked).toHaveLength(1)
    say(true)
    expect(await listening).toEqual([undefined, 0])
    expect(await rig.info('tcpServer', id)).toHaveProperty('localPort')
  })

  it('it may say no', async () => {
    const { say } = openSlowly()
    const id = await rig.create('udp')
    const binding = rig.call('udp.bind', id, '127.0.0.1', 0)
    await settle()
    say(false)
    expect(await binding).toEqual(['App does not have permission'])
    expect(await rig.info('udp', id)).not.toHaveProperty('localPort')
  })

  it.each([true, false])('the socket may be closed, and nothing is done then: %s', async (word) => {
    const { say } = openSlowly()
    const id = await rig.create('tcpServer')
    const socket = rig.app.tcpServer.get(id)
    const listening = rig.call('tcpServer.listen', id, '127.0.0.1', 0, undefined)
    await rig.call('tcpServer.close', id)
    say(word)
    expect(await listening).toEqual(['Socket not found'])
    expect(socket?.address).toBeUndefined()
  })

  it('the page may go, and nothing is done then for a socket that stays', async () => {
    const { say } = openSlowly()
    const id = await rig.create('tcpServer', { persistent: true })
    rig.page.tell(...toUpMessages(99, 'tcpServer.listen', [id, '127.0.0.1', 0, undefined]))
    rig.page.close()
    say(true)
    await settle()
    expect(rig.port.replies.map((reply) => reply.id)).not.toContain(99)
    expect(rig.app.tcpServer.get(id)?.address).toBeUndefined()
  })

  it('the bytes of a datagram count against the quota', async () => {
    const pending: ((word: boolean) => void)[] = []
    const authorize = (): Promise<boolean> => new Promise((resolve) => pending.push(resolve))
    rig = new ApiRig(createLimitedApp({ writeQuota: 200 }, { authorize }))
    const id = await rig.create('udp')
    const send = (): Promise<unknown[]> =>
      rig.call('udp.send', id, new ArrayBuffer(150), '127.0.0.1', 9, undefined)
    for (let round = 0; round < 2; round += 1) {
      const first = send()
      expect(await send()).toEqual(['Exceeded write quota.'])
      await until('asked', () => pending.length > 0)
      pending.shift()?.(false)
      expect(await first).toEqual(['App does not have permission'])
    }
  })
})

it('the text of a call that waits for its answer counts against the quota where it is long', async () => {
  const pending: ((word: boolean) => void)[] = []
  const authorize = (): Promise<boolean> => new Promise((resolve) => pending.push(resolve))
  rig = new ApiRig(createLimitedApp({ writeQuota: 1000 }, { authorize }))
  const id = await rig.create('udp')
  const send = (host: string): Promise<unknown[]> =>
    rig.call('udp.send', id, new ArrayBuffer(0), host, 9, undefined)
  for (let round = 0; round < 2; round += 1) {
    const waiting = [send('x'.repeat(513)), send('x'.repeat(512)), send('x'.repeat(512))]
    expect(await send('x'.repeat(513))).toEqual(['Exceeded write quota.'])
    for (let answered = 0; answered < 3; answered += 1) {
      await until('asked', () => pending.length > 0)
      pending.shift()?.(false)
    }
    const denied = ['App does not have permission']
    expect(await Promise.all(waiting)).toEqual([denied, denied, denied])
  }
})

it('a later answer leaves the datagrams of a socket in order', async () => {
  const times = [60, 0, 20]
  open(async ({ operation }) => {
    if (operation === 'udp.send') await setTimeout(times.shift())
    return true
  })
  const peer = await UdpPeer.open()
  const id = await rig.create('udp')
  await rig.call('udp.bind', id, '127.0.0.1', 0)
  const send = (text: string): Promise<unknown[]> =>
    rig.call('udp.send', id, new TextEncoder().encode(text).buffer, '127.0.0.1', peer.port, undefined)
  await Promise.all(['a', 'b', 'c'].map(send))
  await until('received', () => peer.received.length === 3)
  expect(peer.received.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
  peer.close()
})

it('a plain answer leaves the calls in order', async () => {
  open(() => true)
  const id = await rig.create('udp')
  await rig.call('udp.bind', id, '127.0.0.1', 0)
  const before = rig.port.replies.length
  await Promise.all([
    rig.call('udp.getJoinedGroups', id),
    rig.call('udp.getInfo', id),
    rig.call('udp.getJoinedGroups', id),
  ])
  const ids = rig.port.replies.slice(before).map((reply) => reply.id)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
})
