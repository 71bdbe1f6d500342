import type { NamespaceDoc } from './doc-words.ts'

export const networkDoc: NamespaceDoc<'network'> = {
  text: "The machine's network interfaces, for apps whose manifest has the permission `system.network`.",
  source: 'https://developer.chrome.com/docs/apps/reference/system/network',
  methods: {
    getNetworkInterfaces: { text: 'Lists the addresses of the network interfaces, without loopback.' },
  },
  events: {},
  dictionaries: {
    NetworkInterface: {
      address: 'An IPv4 or IPv6 address of the interface.',
      name: 'The name of the interface, `eth0` for instance.',
      prefixLength: 'Bits of the address that are the network.',
    },
  },
}
