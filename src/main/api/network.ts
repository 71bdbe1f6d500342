import os from 'node:os'
import { succeed } from '../outcome.ts'
import { formatAddress } from '../sockets/address.ts'
import type { Handlers } from './handlers.ts'

/** The deed of `chrome.system.network`. Chrome leaves the loopback interface out. */
export const network: Handlers<'network'> = {
  getNetworkInterfaces() {
    const interfaces = Object.entries(os.networkInterfaces()).flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ internal }) => !internal)
        .map(({ address, cidr }) => ({
          address: formatAddress(address),
          name,
          prefixLength: Number(cidr?.split('/')[1] ?? 0),
        })),
    )
    return succeed(interfaces)
  },
}
