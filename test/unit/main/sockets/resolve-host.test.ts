import os from 'node:os'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FindAddresses } from '../../../../src/main/sockets/resolve-host.ts'
import { resolveHost } from '../../../../src/main/sockets/resolve-host.ts'
import { takeTurns } from '../../../support/until.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  // What the system says of its interfaces is kept for a turn.
  await takeTurns(1)
})

const find = vi.fn<FindAddresses>()

const answer = (...addresses: string[]): void => void find.mockReset().mockResolvedValue(addresses)

describe('a name that is asked of nobody', () => {
  it.each([
    ['127.1', 'any', '127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1', 'ipv4', '127.0.0.1', ['127.0.0.1']],
    ['0x7f000001', 'any', '127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1.', 'any', '127.0.0.1', ['127.0.0.1']],
    ['\uff11\uff12\uff17.0.0.1', 'any', '127.0.0.1', ['127.0.0.1']],
    ['%31%32%37.0.0.1', 'any', '127.0.0.1', ['127.0.0.1']],
    ['::1', 'any', '::1', ['::1']],
    ['::1', 'ipv6', '::1', ['::1']],
    ['::FFFF:127.0.0.1', 'any', '::ffff:7f00:1', ['::ffff:7f00:1']],
    ['localhost', 'any', 'localhost', ['::1', '127.0.0.1']],
    ['LOCALHOST', 'ipv4', 'localhost', ['127.0.0.1']],
    ['%6cocalhost', 'any', 'localhost', ['::1', '127.0.0.1']],
    ['a.localhost', 'ipv6', 'a.localhost', ['::1']],
    ['localhost.', 'any', 'localhost.', ['::1', '127.0.0.1']],
  ] as const)('%j with %s is %j of %j', async (name, query, host, addresses) => {
    answer('192.0.2.1')
    expect(await resolveHost(name, query, find)).toEqual({ host, addresses })
    expect(find).not.toHaveBeenCalled()
  })

  it.each([
    ['127.0.0.1', 'ipv6'],
    ['::1', 'ipv4'],
    ['', 'any'],
  ] as const)('%j with %s has no address', async (name, query) => {
    answer('192.0.2.1')
    expect(await resolveHost(name, query, find)).toBe(-105)
    expect(find).not.toHaveBeenCalled()
  })
})

describe('a name that is looked up', () => {
  it.each([
    ['any', ['192.0.2.1', '2001:db8::1']],
    ['ipv4', ['192.0.2.1']],
    ['ipv6', ['2001:db8::1']],
  ] as const)('with %s has the addresses %j', async (query, addresses) => {
    answer('192.0.2.1', '2001:db8::1')
    expect(await resolveHost('HOST.example', query, find)).toEqual({ host: 'host.example', addresses })
    expect(find).toHaveBeenCalledExactlyOnceWith('host.example', query)
  })

  it.each([
    ['where there is a network', false, -105],
    ['where there is loopback alone', true, -106],
  ])('and has no address, %s, is %s: %i', async (_where, internal, code) => {
    const address = { address: '192.0.2.2', cidr: '192.0.2.2/24', internal } as os.NetworkInterfaceInfo
    vi.spyOn(os, 'networkInterfaces').mockReturnValue({ some: [address] })
    answer()
    expect(await resolveHost('host.example', 'any', find)).toBe(code)
    expect(await resolveHost('a..localhost', 'any', find)).toBe(-105)
  })

  it.each(['notlocalhost', 'localhost.example', '_a.example', '-a.example', 'xn--a.example', 'a.example.'])(
    '%s is a name',
    async (name) => {
      answer('192.0.2.9')
      expect(await resolveHost(name, 'any', find)).toEqual({ host: name, addresses: ['192.0.2.9'] })
    },
  )
})

describe('what cannot be a name', () => {
  it.each([
    '.',
    '[::1]',
    '::1%lo',
    '127.0.0.1:80',
    'localhost:80',
    ' 127.0.0.1',
    'local host',
    '300.1.1.1',
    'http://localhost',
    'a@localhost',
    'localhost/',
    'localhost?',
    'localhost#',
    String.raw`localhost\\`,
    'a\0b',
    'localhost\n',
    '\nlocalhost',
    'local\thost',
    '127.0.0.1\t',
    'localhost..',
    '.localhost',
    'a..localhost',
    '*.localhost',
    'a!.localhost',
    'a\u200db.localhost',
    `${'a'.repeat(64)}.localhost`,
    `${'a.'.repeat(123)}localhost`.slice(-254),
  ])('is asked of nobody, and has no address: %j', async (name) => {
    answer('192.0.2.1')
    expect(await resolveHost(name, 'any', find)).toBe(-105)
    expect(find).not.toHaveBeenCalled()
  })

  it.each([
    ['a name', `${'a.'.repeat(122)}localhost`, 253, 0],
    ['a name with a dot at its end', `${'a.'.repeat(122)}localhost.`, 254, 0],
    ['a name', `${'a.'.repeat(123)}localhost`, 255, -105],
    ['an address', `${'0'.repeat(244)}17700000001`, 255, 0],
    ['an address', `${'0'.repeat(245)}17700000001`, 256, -105],
  ])('%s %#: %s of %i characters: %i', async (_what, name, length, code) => {
    expect(name).toHaveLength(length)
    const found = await resolveHost(name, 'any', find)
    expect(typeof found === 'number' ? found : 0).toBe(code)
  })
})
