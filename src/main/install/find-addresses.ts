import { net } from 'electron'
import type { FindAddresses } from '../sockets/resolve-host.ts'

const queryTypes = { any: undefined, ipv4: 'A', ipv6: 'AAAA' } as const

/** Asks as Chrome does: Chromium's resolver uses none of the few threads that the app's own look-ups share. */
export const findAddresses: FindAddresses = async (name, query) => {
  const queryType = queryTypes[query]
  const { endpoints } = await net.resolveHost(name, queryType === undefined ? {} : { queryType })
  return endpoints.map(({ address }) => address)
}
