import { expect, it, vi } from 'vitest'

const resolveHost = vi.hoisted(() => vi.fn<(name: string, options: object) => Promise<unknown>>())
vi.mock('electron', () => ({ net: { resolveHost } }))

const { chromiumResolver } = await import('../../../../src/main/install/find-addresses.ts')

it.each([
  ['any', {}],
  ['ipv4', { queryType: 'A' }],
  ['ipv6', { queryType: 'AAAA' }],
] as const)('names are asked of Electron, %s with %j', async (query, options) => {
  resolveHost.mockReset().mockResolvedValue({
    endpoints: [
      { address: '192.0.2.1', family: 'ipv4' },
      { address: '2001:db8::1', family: 'ipv6' },
    ],
  })
  expect(await chromiumResolver.anywhere('host.example', query)).toEqual(['192.0.2.1', '2001:db8::1'])
  expect(resolveHost).toHaveBeenCalledExactlyOnceWith('host.example', options)
})

it('what is at hand is asked of Electron alone', async () => {
  resolveHost.mockReset().mockResolvedValue({ endpoints: [{ address: '192.0.2.1', family: 'ipv4' }] })
  expect(await chromiumResolver.locally('host.example', 'ipv4')).toEqual(['192.0.2.1'])
  expect(resolveHost).toHaveBeenCalledExactlyOnceWith('host.example', { source: 'localOnly', queryType: 'A' })
})

it('a name that is not found is a failure', async () => {
  resolveHost.mockReset().mockRejectedValue(new Error('net::ERR_NAME_NOT_RESOLVED'))
  await expect(chromiumResolver.anywhere('host.example', 'any')).rejects.toThrow('net::ERR_NAME_NOT_RESOLVED')
})
