import { describe, expect, it } from 'vitest'
import type { MethodName } from '../../../../src/renderer-types/contract/index.ts'
import { invoke, pathOf, refusalOf } from '../../../support/pages/invoke.ts'

const f = (): void => {}

/** As Chrome 156 prints them. */
const signatures: Readonly<Record<MethodName, string>> = {
  'network.getNetworkInterfaces': 'optional function callback',
  'tcp.close': 'integer socketId, optional function callback',
  'tcp.connect':
    'integer socketId, string peerAddress, integer peerPort, optional sockets.tcp.DnsQueryType dnsQueryType, ' +
    'function callback',
  'tcp.create': 'optional sockets.tcp.SocketProperties properties, optional function callback',
  'tcp.disconnect': 'integer socketId, optional function callback',
  'tcp.getInfo': 'integer socketId, optional function callback',
  'tcp.getSockets': 'optional function callback',
  'tcp.secure': 'integer socketId, optional sockets.tcp.SecureOptions options, function callback',
  'tcp.send': 'integer socketId, binary data, function callback',
  'tcp.setKeepAlive': 'integer socketId, boolean enable, optional integer delay, function callback',
  'tcp.setNoDelay': 'integer socketId, boolean noDelay, function callback',
  'tcp.setPaused': 'integer socketId, boolean paused, optional function callback',
  'tcp.update': 'integer socketId, sockets.tcp.SocketProperties properties, optional function callback',
  'tcpServer.close': 'integer socketId, optional function callback',
  'tcpServer.create': 'optional sockets.tcpServer.SocketProperties properties, optional function callback',
  'tcpServer.disconnect': 'integer socketId, optional function callback',
  'tcpServer.getInfo': 'integer socketId, optional function callback',
  'tcpServer.getSockets': 'optional function callback',
  'tcpServer.listen':
    'integer socketId, string address, integer port, optional integer backlog, function callback',
  'tcpServer.setPaused': 'integer socketId, boolean paused, optional function callback',
  'tcpServer.update':
    'integer socketId, sockets.tcpServer.SocketProperties properties, optional function callback',
  'udp.bind': 'integer socketId, string address, integer port, function callback',
  'udp.close': 'integer socketId, optional function callback',
  'udp.create': 'optional sockets.udp.SocketProperties properties, optional function callback',
  'udp.getInfo': 'integer socketId, optional function callback',
  'udp.getJoinedGroups': 'integer socketId, optional function callback',
  'udp.getSockets': 'optional function callback',
  'udp.joinGroup': 'integer socketId, string address, function callback',
  'udp.leaveGroup': 'integer socketId, string address, function callback',
  'udp.send':
    'integer socketId, binary data, string address, integer port, ' +
    'optional sockets.udp.DnsQueryType dnsQueryType, function callback',
  'udp.setBroadcast': 'integer socketId, boolean enabled, function callback',
  'udp.setMulticastLoopbackMode': 'integer socketId, boolean enabled, function callback',
  'udp.setMulticastTimeToLive': 'integer socketId, integer ttl, function callback',
  'udp.setPaused': 'integer socketId, boolean paused, optional function callback',
  'udp.update': 'integer socketId, sockets.udp.SocketProperties properties, optional function callback',
}

const noMatch = (method: MethodName): string =>
  `Error in invocation of ${pathOf(method)}(${signatures[method]}): No matching signature.`

describe('an argument of the wrong kind', () => {
  it.each<[MethodName, ...unknown[]]>([
    ['tcpServer.create', 1],
    ['tcpServer.create', {}, 1],
    ['tcpServer.create', {}, f, f],
    ['tcpServer.create', []],
    ['tcpServer.create', f, f],
    ['tcpServer.update'],
    ['tcpServer.update', 1],
    ['tcpServer.update', '1', {}],
    ['tcpServer.update', 1, null],
    ['tcpServer.update', 1, undefined, f],
    ['tcpServer.setPaused', 1],
    ['tcpServer.setPaused', 1, 1],
    ['tcpServer.setPaused', 99, Object(true)],
    ['tcpServer.listen'],
    ['tcpServer.listen', 1, 'a'],
    ['tcpServer.listen', 1, 'a', 1],
    ['tcpServer.listen', 1, 2, 3, f],
    ['tcpServer.listen', 1, 'a', '3', f],
    ['tcpServer.listen', 1, 'a', 3, 'x', f],
    ['tcpServer.listen', 1, 'a', 3, 5, 6, f],
    ['tcpServer.listen', 99, 'a', 1, undefined],
    ['tcpServer.listen', 99, 'a', 1, f, undefined],
    ['tcpServer.listen', 99, 'a', 1, 1, f, undefined],
    ['tcpServer.listen', 99, Object('a'), 1, f],
    ['tcpServer.close'],
    ['tcpServer.close', 1.5],
    ['tcpServer.close', Number.NaN],
    ['tcpServer.close', 2 ** 31],
    ['tcpServer.close', 'a'],
    ['tcpServer.close', null],
    ['tcpServer.close', f],
    ['tcpServer.close', 99, null, null],
    ['tcpServer.close', Object(1), f],
    ['tcpServer.close', 1n, f],
    ['tcpServer.close', Symbol('x'), f],
    ['tcpServer.getInfo', {}],
    ['tcpServer.getSockets', 1],
    ['tcpServer.getSockets', {}],
    ['tcpServer.disconnect', true],
    ['tcp.send', 1, 'x', f],
    ['tcp.send', 1, [1], f],
    ['tcp.send', 1, null, f],
    ['tcp.send', 1, new ArrayBuffer(1)],
    ['tcp.send', 99, new SharedArrayBuffer(4), f],
    ['tcp.connect', 1, 'a', f],
    ['tcp.connect', 99, 'a', 1, 1, f],
    ['tcp.setKeepAlive', 1, 1, f],
    ['tcp.setNoDelay', 1, f],
    ['tcp.getSockets', 1],
    ['tcp.create', 1],
    ['tcp.update', 1],
    ['tcp.close', '1'],
    ['tcp.disconnect', 1, 2],
    ['tcp.getInfo'],
    ['tcp.setPaused', true],
    ['tcp.secure'],
    ['tcp.secure', 1],
    ['tcp.secure', 1, {}],
    ['tcp.secure', 1, 'tls1.2', f],
    ['tcp.secure', 1, [], f],
    ['tcp.secure', 1, {}, {}, f],
    ['tcp.secure', f],
    ['udp.bind', 1, '127.0.0.1', 0],
    ['udp.bind', 1, '127.0.0.1', '0', f],
    ['udp.bind', 1, 0, f],
    ['udp.send', 1, new ArrayBuffer(1), 'a', 1],
    ['udp.send', 1, 'text', 'a', 1, f],
    ['udp.send', 1, new ArrayBuffer(1), 'a', f],
    ['udp.send', 1, new ArrayBuffer(1), 'a', 1, 4, f],
    ['udp.joinGroup', 1, '224.0.0.1'],
    ['udp.leaveGroup', 1, f],
    ['udp.setMulticastTimeToLive', 1, 1.5, f],
    ['udp.setMulticastLoopbackMode', 1, 1, f],
    ['udp.setBroadcast', 1, true],
    ['udp.getJoinedGroups'],
    ['udp.update', 1],
    ['udp.create', f, null],
    ['network.getNetworkInterfaces', 1],
    ['network.getNetworkInterfaces', f, f],
  ])('throws "No matching signature.": %s %o %o %o', (method, ...args) => {
    expect(refusalOf(method, ...args)).toBe(noMatch(method))
  })
})

describe('an argument of the right kind', () => {
  it.each<[MethodName, ...unknown[]]>([
    ['tcpServer.create', null, f],
    ['tcpServer.create', undefined, f],
    ['tcpServer.create', undefined, undefined],
    ['tcpServer.create'],
    ['tcpServer.create', f],
    ['tcpServer.create', { name: null }, f],
    ['tcpServer.close', -1],
    ['tcpServer.close', 2 ** 31 - 1, null],
    ['tcpServer.close', -(2 ** 31), undefined],
    ['tcpServer.getSockets', null],
    ['tcpServer.listen', 1, 'a', 3, f],
    ['tcpServer.listen', 1, 'a', 3, null, f],
    ['tcpServer.listen', 1, 'a', 3, undefined, f],
    ['tcpServer.listen', 1, 'a', 3, 5, f],
    ['tcp.send', 1, new Uint8Array(1), f],
    ['tcp.send', 1, new DataView(new ArrayBuffer(1)), f],
    ['tcp.connect', 99, 'a', 1, 'ipv4', f],
    ['tcp.connect', 99, 'a', 1, null, f],
    ['tcp.setKeepAlive', 99, true, f],
    ['tcp.create', { bufferSize: -1 }, f],
    ['tcp.secure', 1, f],
    ['tcp.secure', 1, null, f],
    ['tcp.secure', 1, { tlsVersion: null }, f],
    ['tcp.secure', 1, { tlsVersion: { min: 'nonsense', max: null } }, f],
    ['udp.create'],
    ['udp.send', 1, new Uint8Array(1), 'a', -1, f],
    ['udp.send', 1, new Uint8Array(1), 'a', 1, null, f],
    ['udp.send', 1, new Uint8Array(1), 'a', 1, 'ipv6', f],
    ['udp.getJoinedGroups', 1],
    ['network.getNetworkInterfaces'],
    ['network.getNetworkInterfaces', null],
  ])('is taken: %s %o %o %o', (method, ...args) => {
    expect(refusalOf(method, ...args)).toBeUndefined()
  })

  it('stands in its own place though one before it was left out', () => {
    expect(invoke('tcpServer.listen', 1, 'a', 3, f)).toEqual({
      args: [1, 'a', 3, undefined],
      callback: f,
    })
    expect(invoke('tcp.setKeepAlive', 1, true, null, f).args).toEqual([1, true, undefined])
  })

  it('is 0 where the page wrote -0', () => {
    expect(Object.is(invoke('tcpServer.close', -0).args[0], 0)).toBe(true)
  })

  it('leaves no callback where the page gave null', () => {
    expect(invoke('tcpServer.close', 99, null).callback).toBeUndefined()
  })
})
