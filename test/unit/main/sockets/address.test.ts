import { describe, expect, it } from 'vitest'
import { isPort, parseIpLiteral } from '../../../../src/main/sockets/address.ts'
import { formatAddress } from '../../../../src/main/sockets/format-address.ts'

describe('an IP literal', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['127.1', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0x7f.1', '127.0.0.1'],
    ['0X7F.1', '127.0.0.1'],
    ['017700000001', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['FE80::ABCD', 'fe80::abcd'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::ffff:1.2.3.4', '::ffff:102:304'],
    ['::ffff:7f00:1', '::ffff:7f00:1'],
  ])('%s is %s', (text, address) => {
    expect(parseIpLiteral(text)).toBe(address)
  })

  it.each([
    '',
    'localhost',
    'example.com',
    'a',
    'face',
    '256.0.0.1',
    '1.2.3.4.5',
    '4294967296',
    '127.0.0.1:80',
    '127.0.0.1/8',
    'user@127.0.0.1',
    ' 127.0.0.1',
    '127.0.0.1 ',
    '127.0.0.1\n',
    '1２7.0.0.1',
    '%31.0.0.1',
    '[::1]',
    '::1%lo',
    'fe80::1%25eth0',
    '::1]',
    '1:2:3',
    ':::',
    '::g',
    '-1',
    '*',
  ])('%j is none', (text) => {
    expect(parseIpLiteral(text)).toBeUndefined()
  })
})

describe('an address as Chrome writes it', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['::ffff:127.0.0.1', '::ffff:7f00:1'],
    ['FE80::1', 'fe80::1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['', ''],
  ])('%s is %s', (address, text) => {
    expect(formatAddress(address)).toBe(text)
  })
})

it.each([
  [0, true],
  [1, true],
  [65_535, true],
  [65_536, false],
  [-1, false],
  [2 ** 31 - 1, false],
  [-(2 ** 31), false],
])('%i is a port: %s', (port, expected) => {
  expect(isPort(port)).toBe(expected)
})
