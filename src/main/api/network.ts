import type { Outcome } from '../outcome.ts'
import { fail, succeed } from '../outcome.ts'
import { formatAddress } from '../sockets/format-address.ts'
import type { InterfaceAddress } from '../sockets/network-interfaces.ts'
import { listInterfaceAddresses } from '../sockets/network-interfaces.ts'
import type { Handlers } from './handlers.ts'

/** Chrome leaves the loopback interface out. */
export function describeInterfaces(): Outcome<InterfaceAddress[]> {
  const interfaces = listInterfaceAddresses()
  if (interfaces === undefined) return fail('Network lookup failed or unsupported')
  return succeed(
    interfaces.map(({ address, name, prefixLength }) => ({
      address: formatAddress(address),
      name,
      prefixLength,
    })),
  )
}

/** The handler of `chrome.system.network`. */
export const network: Handlers<'network'> = {
  getNetworkInterfaces: describeInterfaces,
}
