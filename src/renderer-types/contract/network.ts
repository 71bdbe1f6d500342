import { dictionary } from './common.ts'
import type { NamespaceRow } from './words.ts'

const networkInterface = dictionary('system.network.NetworkInterface', {
  address: { type: 'string' },
  name: { type: 'string' },
  prefixLength: { type: 'integer' },
})

/** `chrome.system.network`, for apps whose manifest has the permission `system.network`. */
export const network = {
  path: 'system.network',
  denial: 'Does not have permission',
  enums: {},
  events: {},
  methods: {
    getNetworkInterfaces: {
      parameters: [],
      promise: true,
      result: { name: 'networkInterfaces', type: { kind: 'list', of: networkInterface } },
    },
  },
} as const satisfies NamespaceRow
