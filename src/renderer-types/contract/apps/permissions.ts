import { dictionary } from '../common.ts'
import type { ChoiceWord, ListWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const texts = { kind: 'list', of: 'string' } as const satisfies ListWord

const given = {
  name: 'permissions',
  type: dictionary('permissions.Permissions', {
    permissions: { type: texts, optional: true },
    origins: { type: texts, optional: true },
  }),
} as const

const usbDevice = dictionary('permissions.UsbDevice', {
  interfaceClass: { type: 'integer' },
  interfaceId: { type: 'integer' },
  productId: { type: 'integer' },
  vendorId: { type: 'integer' },
})

/** Chrome tells the permissions `socket` and `usbDevices` with their rules. */
const heldWord = {
  kind: 'choice',
  of: [
    'string',
    dictionary('permissions.SocketPermission', { socket: { type: texts } }),
    dictionary('permissions.UsbPermission', { usbDevices: { type: { kind: 'list', of: usbDevice } } }),
  ],
} as const satisfies ChoiceWord

const held = {
  name: 'permissions',
  type: dictionary('permissions.HeldPermissions', {
    origins: { type: texts },
    permissions: { type: { kind: 'list', of: heldWord } },
  }),
} as const

/** `chrome.permissions` */
export const permissions = {
  path: 'permissions',
  printed: 'permissions',
  enums: {},
  events: { onRemoved: { parameters: [given] }, onAdded: { parameters: [given] } },
  methods: {
    contains: {
      home: 'main',
      parameters: [given],
      promise: true,
      result: { name: 'result', type: 'boolean' },
    },
    getAll: { home: 'main', parameters: [], promise: true, result: held },
    remove: {
      home: 'main',
      parameters: [given],
      promise: true,
      result: { name: 'removed', type: 'boolean' },
    },
    request: {
      home: 'page',
      parameters: [given],
      promise: true,
      result: { name: 'granted', type: 'boolean' },
    },
  },
} as const satisfies AppNamespaceRow

/** The handlers behind it: the page knows whether its user does something, the main process what the user says. */
export const grants = {
  path: undefined,
  printed: 'permissions',
  enums: {},
  events: {
    /** Told to every page: it has these namespaces, too, from now on. */
    onNamespaces: { parameters: [{ name: 'namespaces', type: texts }] },
  },
  methods: {
    request: {
      home: 'main',
      parameters: [given],
      promise: true,
      result: { name: 'granted', type: 'boolean' },
    },
  },
} as const satisfies AppNamespaceRow
