import type { ChoiceWord, ListWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const texts = { kind: 'list', of: 'string' } as const satisfies ListWord
const keys = {
  name: 'keys',
  type: { kind: 'choice', of: ['string', texts, 'object'] } as const satisfies ChoiceWord,
  optional: true,
} as const
const someKeys = { kind: 'choice', of: ['string', texts] } as const satisfies ChoiceWord

const methods = {
  get: { home: 'page', parameters: [keys], promise: true, result: { name: 'items', type: 'object' } },
  getBytesInUse: {
    home: 'page',
    parameters: [{ name: 'keys', type: someKeys, optional: true }],
    promise: true,
    result: { name: 'bytesInUse', type: 'integer' },
  },
  set: { home: 'page', parameters: [{ name: 'items', type: 'object' }], promise: true },
  remove: { home: 'page', parameters: [{ name: 'keys', type: someKeys }], promise: true },
  clear: { home: 'page', parameters: [], promise: true },
} as const satisfies AppNamespaceRow['methods']

const area = {
  printed: 'storage',
  permission: 'storage',
  enums: {},
  events: { onChanged: { parameters: [{ name: 'changes', type: 'object' }] } },
  methods,
} as const

/** `chrome.storage.local` */
export const storageLocal = { path: 'storage.local', ...area } as const satisfies AppNamespaceRow

/** `chrome.storage`: what all its areas have in common. */
export const storage = {
  path: 'storage',
  printed: 'storage',
  permission: 'storage',
  enums: {},
  events: {
    onChanged: {
      parameters: [
        { name: 'changes', type: 'object' },
        { name: 'areaName', type: 'string' },
      ],
    },
  },
  methods: {},
} as const satisfies AppNamespaceRow
