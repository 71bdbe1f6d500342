import { expect, it, vi } from 'vitest'

const resolveHost = vi.hoisted(() => vi.fn<(name: string, options: object) => Promise<unknown>>())
vi.mock('electron', () => ({ net: { resolveHost } }))

const { findAddresses } = await import('../../../../src/main/install/find-addresses.ts')

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
  expect(await findAddresses('host.example', query)).toEqual(['192.0.2.1', '2001:db8::1'])
  expect(resolveHost).toHaveBeenCalledExactlyOnceWith('host.example', options)
})

it('a name that is not found is a failure', async () => {
  resolveHost.mockReset().mockRejectedValue(new Error('net::ERR_NAME_NOT_RESOLVED'))
  await expect(findAddresses('host.example', 'any')).rejects.toThrow('net::ERR_NAME_NOT_RESOLVED')
})
