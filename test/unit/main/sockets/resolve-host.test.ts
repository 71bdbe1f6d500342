import dns from 'node:dns/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { resolveHost } from '../../../../src/main/sockets/resolve-host.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function answer(addresses: { address: string; family: number }[] | Error): ReturnType<typeof vi.fn> {
  const lookup = vi.fn<() => Promise<unknown>>(async () => {
    if (addresses instanceof Error) throw addresses
    return addresses
  })
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as unknown as typeof dns.lookup)
  return lookup
}

describe('a name that is asked of nobody', () => {
  it.each([
    ['127.1', 'any', '127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1', 'ipv4', '127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1', 'ipv6', '127.0.0.1', []],
    ['0x7f000001', 'any', '127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1.', 'any', '127.0.0.1', ['127.0.0.1']],
    ['::1', 'any', '::1', ['::1']],
    ['::1', 'ipv4', '::1', []],
    ['::1', 'ipv6', '::1', ['::1']],
    ['::FFFF:127.0.0.1', 'any', '::ffff:7f00:1', ['::ffff:7f00:1']],
    ['localhost', 'any', 'localhost', ['::1', '127.0.0.1']],
    ['LOCALHOST', 'ipv4', 'localhost', ['127.0.0.1']],
    ['%6cocalhost', 'any', 'localhost', ['::1', '127.0.0.1']],
    ['a.localhost', 'ipv6', 'a.localhost', ['::1']],
    ['localhost.', 'any', 'localhost.', ['::1', '127.0.0.1']],
    ['', 'any', '', []],
  ] as const)('%j with %s is %j of %j', async (name, query, host, addresses) => {
    const lookup = answer(new Error('asked'))
    expect(await resolveHost(name, query)).toEqual({ host, addresses })
    expect(lookup).not.toHaveBeenCalled()
  })
})

describe('a name that is looked up', () => {
  it.each([
    ['any', 0],
    ['ipv4', 4],
    ['ipv6', 6],
  ] as const)('is asked for with %s as family %i', async (query, family) => {
    const lookup = answer([
      { address: '192.0.2.1', family: 4 },
      { address: '2001:db8::1', family: 6 },
    ])
    expect(await resolveHost('host.example', query)).toEqual({
      host: 'host.example',
      addresses: ['192.0.2.1', '2001:db8::1'],
    })
    expect(lookup).toHaveBeenCalledExactlyOnceWith('host.example', { all: true, family })
  })

  it('has no addresses when the resolver fails', async () => {
    answer(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))
    expect(await resolveHost('host.example', 'any')).toEqual({ host: 'host.example', addresses: [] })
  })

  it.each(['notlocalhost', 'localhost.example'])('%s is no loopback name', async (name) => {
    answer([{ address: '192.0.2.9', family: 4 }])
    expect(await resolveHost(name, 'any')).toEqual({ host: name, addresses: ['192.0.2.9'] })
  })
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
  ])('has no addresses: %j', async (name) => {
    answer(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))
    expect((await resolveHost(name, 'any')).addresses).toEqual([])
  })
})
