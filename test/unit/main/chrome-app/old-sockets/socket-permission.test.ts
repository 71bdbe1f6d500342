import { describe, expect, it } from 'vitest'
import {
  explainSocketPermission,
  printSocketRules,
  readSocketPermission,
  writeSocketRule,
} from '../../../../../src/main/chrome-app/old-sockets/socket-permission.ts'
import type { Operation } from '../../../../../src/main/permissions/permissions.ts'
import { isPermitted } from '../../../../../src/main/permissions/permissions.ts'

const allows = (rules: readonly string[], operation: Operation, host: string, port: number): boolean =>
  isPermitted(readSocketPermission(['storage', { socket: rules }]), operation, host, port)

describe('the permission "socket"', () => {
  it.each<[string, Operation, string, number, boolean]>([
    ['tcp-connect', 'tcp.connect', 'example.com', 80, true],
    ['tcp-connect:example.com', 'tcp.connect', 'example.com', 81, true],
    ['tcp-connect:*.example.com:80', 'tcp.connect', 'www.example.com', 80, true],
    ['tcp-connect:*.example.com:80', 'tcp.connect', 'www.example.com', 81, false],
    ['tcp-connect:example.com:80', 'tcpServer.listen', 'example.com', 80, false],
    ['tcp-listen::8080', 'tcpServer.listen', '0.0.0.0', 8080, true],
    ['tcp-listen::8080', 'tcpServer.listen', '0.0.0.0', 8081, false],
    ['udp-bind:*:*', 'udp.bind', '0.0.0.0', 0, true],
    ['udp-send-to:10.0.0.1:9', 'udp.send', '10.0.0.1', 9, true],
    ['udp-send-to:10.0.0.1:9', 'udp.send', '10.0.0.2', 9, false],
    ['udp-multicast-membership', 'udp.multicastMembership', '*', 0, true],
    ['resolve-host', 'tcp.connect', 'example.com', 80, false],
  ])('%s: %s of %s, port %i: %s', (rule, operation, host, port, expected) => {
    expect(allows([rule], operation, host, port)).toBe(expected)
  })

  it('denies everything where it is a name and no more, or not there', () => {
    const permissions = readSocketPermission(['socket', 'storage'])
    expect(isPermitted(permissions, 'tcp.connect', '127.0.0.1', 80)).toBe(false)
  })

  it.each([
    ['a', ['nonsense']],
    ['an address of what has none', ['resolve-host:example.com']],
    ['a group', ['udp-multicast-membership:224.0.0.1']],
    ['too many parts', ['tcp-connect:example.com:80:81']],
    ['a port that is none', ['tcp-connect:example.com:65536']],
    ['port 0', ['tcp-listen:*:0']],
    ['something inherited', ['constructor']],
    ['no text', [5]],
    ['no list', 'tcp-connect'],
  ])('is refused with %s', (_what, settings) => {
    expect(explainSocketPermission(settings)).toMatch(/permission list/)
  })

  it('passes over what says nothing beside what does', () => {
    expect(explainSocketPermission(['nonsense', 'tcp-connect'])).toBeUndefined()
    expect(allows(['nonsense', 'tcp-connect'], 'tcp.connect', 'a.test', 80)).toBe(true)
  })

  it('is told as Chrome tells it', () => {
    const rules =
      'udp-send-to::80 tcp-listen:*:8080 tcp-connect udp-bind:127.0.0.1:* resolve-host udp-multicast-membership ' +
      'network-state tcp-connect:*.example.com:80 tcp-connect:*:*'
    expect(
      printSocketRules([{ socket: rules.split(' ') }, 'storage', { socket: ['tcp-connect:example.com'] }]),
    ).toEqual([
      'tcp-connect:*:*',
      'tcp-connect:example.com:*',
      'tcp-connect:*.example.com:80',
      'tcp-listen:*:8080',
      'udp-bind:127.0.0.1:*',
      'udp-send-to:*:80',
      'udp-multicast-membership',
      'resolve-host',
      'network-state',
    ])
  })

  it('is suggested in its own words', () => {
    expect(writeSocketRule('tcpServer.listen', '*:80')).toBe(
      '"permissions": [{ "socket": ["tcp-listen:*:80"] }]',
    )
    expect(writeSocketRule('udp.multicastMembership', '')).toBe(
      '"permissions": [{ "socket": ["udp-multicast-membership"] }]',
    )
  })
})
