import { dictionary } from '../common.ts'
import type { AppNamespaceRow } from './words.ts'

const openTabOptions = dictionary('browser.OpenTabOptions', { url: { type: 'string' } })

/** `chrome.browser`, which Chrome had until it ended its apps on most systems. */
export const browser = {
  path: 'browser',
  printed: 'browser',
  permission: 'browser',
  enums: {},
  events: {},
  methods: {
    openTab: { home: 'main', promise: true, parameters: [{ name: 'options', type: openTabOptions }] },
  },
} as const satisfies AppNamespaceRow
