import { net } from 'electron'
import type { ResolveHostOptions } from 'electron'
import type { Resolver } from '../sockets/look-ups.ts'
import type { FindAddresses } from '../sockets/resolve-host.ts'

const queryTypes = { any: undefined, ipv4: 'A', ipv6: 'AAAA' } as const

function findIn(options: ResolveHostOptions): FindAddresses {
  return async (name, query) => {
    const queryType = queryTypes[query]
    const { endpoints } = await net.resolveHost(name, { ...options, ...(queryType && { queryType }) })
    return endpoints.map(({ address }) => address)
  }
}

/** Asks as Chrome does: Chromium's resolver uses none of the few threads that the app's own look-ups share. */
export const chromiumResolver: Resolver = {
  anywhere: findIn({}),
  locally: findIn({ source: 'localOnly' }),
}
