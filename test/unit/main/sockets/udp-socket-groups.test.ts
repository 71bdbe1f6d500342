import dgram from 'node:dgram'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UdpRig } from '../../../support/sockets/udp-rig.ts'

let rig: UdpRig

beforeEach(() => {
  rig = new UdpRig()
})

afterEach(() => {
  rig.close()
  vi.restoreAllMocks()
})

/** Keeps what reaches the system; no membership is announced to the network. */
function watch(method: 'addMembership' | 'dropMembership'): string[] {
  const groups: string[] = []
  vi.spyOn(dgram.Socket.prototype, method).mockImplementation((group) => void groups.push(group))
  return groups
}

describe('a group', () => {
  it('is joined once, listed in order, and left', async () => {
    const [joined, left] = [watch('addMembership'), watch('dropMembership')]
    const socket = await rig.bind()
    expect(socket.multicast.groups).toEqual([])
    for (const group of ['239.1.1.2', '239.1.1.1', '239.1.1.3']) expect(socket.multicast.join(group)).toBe(0)
    expect(socket.multicast.join('239.1.1.1')).toBe(-108)
    expect(socket.multicast.groups).toEqual(['239.1.1.2', '239.1.1.1', '239.1.1.3'])
    expect(socket.multicast.leave('239.1.1.1')).toBe(0)
    expect(socket.multicast.leave('239.1.1.1')).toBe(-108)
    expect(socket.multicast.groups).toEqual(['239.1.1.2', '239.1.1.3'])
    expect(socket.multicast.join('239.1.1.1')).toBe(0)
    expect(socket.multicast.groups).toEqual(['239.1.1.2', '239.1.1.3', '239.1.1.1'])
    expect(joined).toEqual(['239.1.1.2', '239.1.1.1', '239.1.1.3', '239.1.1.1'])
    expect(left).toEqual(['239.1.1.1'])
  })

  it.each([
    ['127.0.0.1', '224.1', '224.0.0.1'],
    ['127.0.0.1', '0xe0.1', '224.0.0.1'],
    ['::1', 'FF02:0:0::5', 'ff02::5'],
  ])('of a socket at %s that is called %s is %s', async (address, text, group) => {
    const joined = watch('addMembership')
    watch('dropMembership')
    const socket = await rig.bind(address)
    expect(socket.multicast.join(text)).toBe(0)
    expect(joined).toEqual([group])
    expect(socket.multicast.groups).toEqual([group])
    expect([socket.multicast.join(group), socket.multicast.leave(text)]).toEqual([-108, 0])
    expect(socket.multicast.groups).toEqual([])
  })

  it.each([
    ['127.0.0.1', 'nope'],
    ['127.0.0.1', ''],
    ['127.0.0.1', '239.1.1.1:80'],
    ['127.0.0.1', 'ff02::5'],
    ['::1', '239.1.1.1'],
    ['::1', '[ff02::5]'],
  ])('of a socket at %s cannot be %j', async (address, group) => {
    const joined = watch('addMembership')
    const socket = await rig.bind(address)
    expect([socket.multicast.join(group), socket.multicast.leave(group)]).toEqual([-108, -108])
    expect([joined, socket.multicast.groups]).toEqual([[], []])
  })

  it.each([
    ['127.0.0.1', '1.2.3.4'],
    ['127.0.0.1', '0.0.0.0'],
    ['::1', '2001:db8::1'],
  ])('of a socket at %s that is not one, %s, is refused by the system', async (address, group) => {
    const socket = await rig.bind(address)
    expect(socket.multicast.join(group)).toBe(-4)
    expect(socket.multicast.groups).toEqual([])
  })

  it('stays when the system does not let go of it', async () => {
    watch('addMembership')
    const socket = await rig.bind()
    socket.multicast.join('239.1.1.1')
    const leave = vi.spyOn(dgram.Socket.prototype, 'dropMembership').mockImplementation(() => {
      throw Object.assign(new Error('its interface has gone'), { code: 'ENODEV' })
    })
    expect(socket.multicast.leave('239.1.1.1')).toBe(-4)
    expect([socket.multicast.groups, socket.multicast.join('239.1.1.1')]).toEqual([['239.1.1.1'], -108])
    leave.mockReturnValue()
    expect([socket.multicast.leave('239.1.1.1'), socket.multicast.groups]).toEqual([0, []])
  })

  it('waits for bind', async () => {
    const socket = rig.create()
    for (const group of ['239.1.1.1', 'ff02::5', '1.2.3.4']) {
      expect([socket.multicast.join(group), socket.multicast.leave(group)]).toEqual([-9, -108])
    }
    expect(socket.multicast.join('nope')).toBe(-108)
    const binding = socket.bind('127.0.0.1', 0)
    expect(socket.multicast.join('239.1.1.1')).toBe(-9)
    expect(await binding).toBe(0)
  })
})

describe('the multicast options', () => {
  it('are given to the system with bind', async () => {
    const ttl = vi.spyOn(dgram.Socket.prototype, 'setMulticastTTL')
    const loopback = vi.spyOn(dgram.Socket.prototype, 'setMulticastLoopback')
    await rig.bind()
    const socket = rig.create()
    expect([socket.multicast.setTimeToLive(255), socket.multicast.setLoopback(false)]).toEqual([0, 0])
    await socket.bind('127.0.0.1', 0)
    expect(ttl.mock.calls).toEqual([[1], [255]])
    expect(loopback.mock.calls).toEqual([[true], [false]])
  })

  it.each([
    [0, 0],
    [1, 0],
    [255, 0],
    [256, -4],
    [-1, -4],
  ])('may be a time to live of %i: %i', async (ttl, code) => {
    const socket = rig.create()
    expect(socket.multicast.setTimeToLive(ttl)).toBe(code)
    expect(await socket.bind('127.0.0.1', 0)).toBe(0)
  })

  it('come too late once the socket is bound, or a bind is under way or has failed', async () => {
    const bound = await rig.bind()
    const binding = rig.create()
    const attempt = binding.bind('127.0.0.1', 0)
    const failed = rig.create()
    expect(await failed.bind('1.2.3.4', 0)).toBe(-108)
    for (const socket of [bound, binding, failed]) {
      expect([socket.multicast.setTimeToLive(1), socket.multicast.setLoopback(true)]).toEqual([-23, -23])
      expect(socket.multicast.setTimeToLive(256)).toBe(-23)
    }
    await attempt
  })

  it('do not come too late after a bind to what is no address', async () => {
    const socket = rig.create()
    expect(await socket.bind('localhost', 0)).toBe(-4)
    expect([socket.multicast.setTimeToLive(2), socket.multicast.setLoopback(false)]).toEqual([0, 0])
  })
})
