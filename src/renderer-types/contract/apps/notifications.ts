import { dictionary } from '../common.ts'
import type { EnumWord, ListWord } from '../words.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

const printed = 'notifications'
const permission = 'notifications'

const TemplateType = { BASIC: 'basic', IMAGE: 'image', LIST: 'list', PROGRESS: 'progress' } as const
const PermissionLevel = { DENIED: 'denied', GRANTED: 'granted' } as const

const templateType = {
  kind: 'enum',
  name: `${printed}.TemplateType`,
  values: [TemplateType.BASIC, TemplateType.IMAGE, TemplateType.LIST, TemplateType.PROGRESS],
} as const satisfies EnumWord

const permissionLevel = {
  kind: 'enum',
  name: `${printed}.PermissionLevel`,
  values: [PermissionLevel.GRANTED, PermissionLevel.DENIED],
} as const satisfies EnumWord

const item = dictionary(`${printed}.NotificationItem`, {
  message: { type: 'string' },
  title: { type: 'string' },
})

const bitmap = dictionary(`${printed}.NotificationBitmap`, {
  data: { type: 'binary', optional: true },
  height: { type: 'integer' },
  width: { type: 'integer' },
})

const button = dictionary(`${printed}.NotificationButton`, {
  iconBitmap: { type: bitmap, optional: true },
  iconUrl: { type: 'string', optional: true },
  title: { type: 'string' },
})

const buttons = { kind: 'list', of: button } as const satisfies ListWord
const items = { kind: 'list', of: item } as const satisfies ListWord

const options = dictionary(`${printed}.NotificationOptions`, {
  appIconMaskBitmap: { type: bitmap, optional: true },
  appIconMaskUrl: { type: 'string', optional: true },
  buttons: { type: buttons, optional: true },
  contextMessage: { type: 'string', optional: true },
  eventTime: { type: 'number', optional: true },
  iconBitmap: { type: bitmap, optional: true },
  iconUrl: { type: 'string', optional: true },
  imageBitmap: { type: bitmap, optional: true },
  imageUrl: { type: 'string', optional: true },
  isClickable: { type: 'boolean', optional: true },
  items: { type: items, optional: true },
  message: { type: 'string', optional: true },
  priority: { type: 'integer', optional: true },
  progress: { type: 'integer', optional: true },
  requireInteraction: { type: 'boolean', optional: true },
  silent: { type: 'boolean', optional: true },
  title: { type: 'string', optional: true },
  type: { type: templateType, optional: true },
})

const notificationId = { name: 'notificationId', type: 'string' } as const
const given = { name: 'options', type: options } as const
const ask = { home: 'page', promise: true } as const satisfies Partial<AppMethodRow>

/** `chrome.notifications` */
export const notifications = {
  path: printed,
  printed,
  permission,
  enums: { PermissionLevel, TemplateType },
  events: {
    onShowSettings: { parameters: [] },
    onPermissionLevelChanged: { parameters: [{ name: 'level', type: permissionLevel }] },
    onButtonClicked: { parameters: [notificationId, { name: 'buttonIndex', type: 'integer' }] },
    onClicked: { parameters: [notificationId] },
    onClosed: { parameters: [notificationId, { name: 'byUser', type: 'boolean' }] },
  },
  methods: {
    clear: { ...ask, parameters: [notificationId], result: { name: 'wasCleared', type: 'boolean' } },
    create: {
      ...ask,
      answeredByScript: true,
      parameters: [{ ...notificationId, optional: true }, given],
      result: { name: 'notificationId', type: 'string' },
    },
    getAll: { ...ask, parameters: [], result: { name: 'notifications', type: 'object' } },
    getPermissionLevel: { ...ask, parameters: [], result: { name: 'level', type: permissionLevel } },
    update: {
      ...ask,
      answeredByScript: true,
      parameters: [notificationId, given],
      result: { name: 'wasUpdated', type: 'boolean' },
    },
  },
} as const satisfies AppNamespaceRow

/** What the system is to show. Texts and pictures are no longer than it shows. */
const notice = dictionary('notices.Notice', {
  title: { type: 'string' },
  body: { type: 'string' },
  firstButton: { type: 'string', optional: true },
  secondButton: { type: 'string', optional: true },
  isSilent: { type: 'boolean' },
  stays: { type: 'boolean' },
  isUrgent: { type: 'boolean' },
})

/** What the main process does for `chrome.notifications`. */
export const notices = {
  path: undefined,
  printed: 'notices',
  permission,
  enums: {},
  events: {
    onButtonClicked: { parameters: [notificationId, { name: 'buttonIndex', type: 'integer' }] },
    onClicked: { parameters: [notificationId] },
    onClosed: { parameters: [notificationId] },
  },
  methods: {
    show: {
      home: 'main',
      promise: false,
      noCallback: true,
      parameters: [
        notificationId,
        { name: 'notice', type: notice },
        /** Four bytes a point: red, green, blue, alpha. */
        { name: 'picture', type: 'binary' },
        { name: 'width', type: 'integer' },
      ],
    },
    close: { home: 'main', promise: false, noCallback: true, parameters: [notificationId] },
  },
} as const satisfies AppNamespaceRow
