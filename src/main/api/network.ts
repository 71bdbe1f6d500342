import { fail, succeed } from '../outcome.ts'
import { formatAddress } from '../sockets/address.ts'
import { listInterfaceAddresses } from '../sockets/network-interfaces.ts'
import type { Handlers } from './handlers.ts'

/** The handler of `chrome.system.network`. Chrome leaves the loopback interface out. */
export const network: Handlers<'network'> = {
  getNetworkInterfaces() {
    const interfaces = listInterfaceAddresses()
    if (interfaces === undefined) return fail('Network lookup failed or unsupported')
    return succeed(
      interfaces.map(({ address, name, prefixLength }) => ({
        address: formatAddress(address),
        name,
        prefixLength,
      })),
    )
  },
}
