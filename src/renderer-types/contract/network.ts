import type { DictionaryWord, NamespaceRow } from './words.ts'

const networkInterface = {
  kind: 'dictionary',
  name: 'system.network.NetworkInterface',
  properties: { address: { type: 'string' }, name: { type: 'string' }, prefixLength: { type: 'integer' } },
} as const satisfies DictionaryWord

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
