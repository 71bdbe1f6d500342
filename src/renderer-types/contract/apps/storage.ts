import { dictionary } from '../common.ts'
import type { ChoiceWord, EnumWord, ListWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const texts = { kind: 'list', of: 'string' } as const satisfies ListWord
const keys = {
  name: 'keys',
  type: { kind: 'choice', of: ['string', texts, 'object'] } as const satisfies ChoiceWord,
  optional: true,
} as const
const someKeys = { kind: 'choice', of: ['string', texts] } as const satisfies ChoiceWord

const AccessLevel = {
  TRUSTED_AND_UNTRUSTED_CONTEXTS: 'TRUSTED_AND_UNTRUSTED_CONTEXTS',
  TRUSTED_CONTEXTS: 'TRUSTED_CONTEXTS',
} as const

const accessLevel = {
  kind: 'enum',
  name: 'storage.AccessLevel',
  values: [AccessLevel.TRUSTED_AND_UNTRUSTED_CONTEXTS, AccessLevel.TRUSTED_CONTEXTS],
} as const satisfies EnumWord

const methods = {
  get: { home: 'page', parameters: [keys], promise: true, result: { name: 'items', type: 'object' } },
  getKeys: { home: 'page', parameters: [], promise: true, result: { name: 'keys', type: texts } },
  set: { home: 'page', parameters: [{ name: 'items', type: 'object' }], promise: true },
  remove: { home: 'page', parameters: [{ name: 'keys', type: someKeys }], promise: true },
  clear: { home: 'page', parameters: [], promise: true },
  getBytesInUse: {
    home: 'page',
    parameters: [{ name: 'keys', type: someKeys, optional: true }],
    promise: true,
    result: { name: 'bytesInUse', type: 'integer' },
  },
  setAccessLevel: {
    home: 'page',
    parameters: [
      { name: 'accessOptions', type: dictionary('object', { accessLevel: { type: accessLevel } }) },
    ],
    promise: true,
  },
} as const satisfies AppNamespaceRow['methods']

/** Bytes, items and calls that each area takes. */
export const storageQuotas = {
  local: { QUOTA_BYTES: 10_485_760 },
  session: { QUOTA_BYTES: 10_485_760 },
  sync: {
    QUOTA_BYTES: 102_400,
    QUOTA_BYTES_PER_ITEM: 8192,
    MAX_ITEMS: 512,
    MAX_WRITE_OPERATIONS_PER_HOUR: 1800,
    MAX_WRITE_OPERATIONS_PER_MINUTE: 120,
    MAX_SUSTAINED_WRITE_OPERATIONS_PER_MINUTE: 1_000_000,
  },
} as const

const area = {
  printed: 'storage',
  receiver: 'StorageArea',
  permission: 'storage',
  enums: {},
  events: { onChanged: { parameters: [{ name: 'changes', type: 'object' }] } },
  methods,
} as const

/** `chrome.storage.sync`, which is kept on this machine. */
export const storageSync = {
  path: 'storage.sync',
  ...area,
  constants: storageQuotas.sync,
} as const satisfies AppNamespaceRow

/** `chrome.storage.session`: only where the manifest's version is 3. */
export const storageSession = {
  path: 'storage.session',
  ...area,
  manifestVersion: 3,
  constants: storageQuotas.session,
} as const satisfies AppNamespaceRow

/** `chrome.storage.managed` */
export const storageManaged = { path: 'storage.managed', ...area } as const satisfies AppNamespaceRow

/** `chrome.storage.local` */
export const storageLocal = {
  path: 'storage.local',
  ...area,
  constants: storageQuotas.local,
} as const satisfies AppNamespaceRow

/** `chrome.storage`: what all its areas have in common. */
export const storage = {
  path: 'storage',
  printed: 'storage',
  permission: 'storage',
  enums: { AccessLevel },
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
