import { dictionary } from '../common.ts'
import type { ChoiceWord, EnumWord, ListWord } from '../words.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

const printed = 'contextMenus'
const permission = 'contextMenus'

const ContextType = {
  ACTION: 'action',
  ALL: 'all',
  AUDIO: 'audio',
  BROWSER_ACTION: 'browser_action',
  EDITABLE: 'editable',
  FRAME: 'frame',
  IMAGE: 'image',
  LAUNCHER: 'launcher',
  LINK: 'link',
  PAGE: 'page',
  PAGE_ACTION: 'page_action',
  SELECTION: 'selection',
  TAB: 'tab',
  VIDEO: 'video',
} as const

const ItemType = { CHECKBOX: 'checkbox', NORMAL: 'normal', RADIO: 'radio', SEPARATOR: 'separator' } as const

const contextType = {
  kind: 'enum',
  name: `${printed}.ContextType`,
  values: [
    'action',
    'all',
    'audio',
    'browser_action',
    'editable',
    'frame',
    'image',
    'launcher',
    'link',
    'page',
    'page_action',
    'selection',
    'tab',
    'video',
  ],
} as const satisfies EnumWord

const itemType = {
  kind: 'enum',
  name: `${printed}.ItemType`,
  values: ['checkbox', 'normal', 'radio', 'separator'],
} as const satisfies EnumWord

const contexts = { kind: 'list', of: contextType, minItems: 1 } as const satisfies ListWord
const patterns = { kind: 'list', of: 'string' } as const satisfies ListWord
export const idType = { kind: 'choice', of: ['integer', 'string'] } as const satisfies ChoiceWord

/** What an item has in common when it is made and when it is changed. */
const common = {
  checked: { type: 'boolean', optional: true },
  contexts: { type: contexts, optional: true },
  documentUrlPatterns: { type: patterns, optional: true },
  enabled: { type: 'boolean', optional: true },
  parentId: { type: idType, optional: true },
  targetUrlPatterns: { type: patterns, optional: true },
  title: { type: 'string', optional: true },
  type: { type: itemType, optional: true },
  visible: { type: 'boolean', optional: true },
} as const

/** Lists are texts here, a line for each element: a page may say thousands of items in one message. */
const said = {
  ...common,
  contexts: { type: 'string', optional: true },
  documentUrlPatterns: { type: 'string', optional: true },
  targetUrlPatterns: { type: 'string', optional: true },
} as const

export const savedItem = dictionary('contextMenuItems.Item', { ...said, id: { type: idType } })
export const savedChanges = dictionary('contextMenuItems.Changes', said)

const clickData = dictionary(`${printed}.OnClickData`, {
  checked: { type: 'boolean', optional: true },
  editable: { type: 'boolean' },
  frameUrl: { type: 'string', optional: true },
  linkUrl: { type: 'string', optional: true },
  mediaType: { type: 'string', optional: true },
  menuItemId: { type: idType },
  pageUrl: { type: 'string', optional: true },
  parentMenuItemId: { type: idType, optional: true },
  selectionText: { type: 'string', optional: true },
  srcUrl: { type: 'string', optional: true },
  wasChecked: { type: 'boolean', optional: true },
})

export const createProperties = dictionary(`${printed}.CreateProperties`, {
  ...common,
  id: { type: 'string', optional: true },
  onclick: { type: 'function', optional: true },
})
export const updateProperties = dictionary('object', {
  ...common,
  onclick: { type: 'function', optional: true },
})

const menuItemId = { name: 'menuItemId', type: idType } as const
const ask = { home: 'main', promise: true } as const satisfies Partial<AppMethodRow>
const answeredByScript = true

/** `chrome.contextMenus` */
export const contextMenus = {
  path: printed,
  printed,
  permission,
  enums: { ContextType, ItemType },
  constants: { ACTION_MENU_TOP_LEVEL_LIMIT: 6 },
  events: { onClicked: { parameters: [{ name: 'info', type: clickData }] } },
  methods: {
    create: {
      home: 'page',
      promise: true,
      answeredByScript,
      parameters: [{ name: 'createProperties', type: createProperties }],
      returns: idType,
    },
    remove: { ...ask, answeredByScript, parameters: [menuItemId] },
    removeAll: { ...ask, parameters: [] },
    update: {
      home: 'page',
      promise: true,
      answeredByScript,
      parameters: [
        { name: 'id', type: idType },
        { name: 'updateProperties', type: updateProperties },
      ],
    },
  },
} as const satisfies AppNamespaceRow

/** What the main process does for `chrome.contextMenus`. */
export const contextMenuItems = {
  path: undefined,
  printed: 'contextMenuItems',
  permission,
  enums: {},
  events: {},
  methods: {
    create: { ...ask, parameters: [{ name: 'item', type: savedItem }] },
    update: { ...ask, parameters: [menuItemId, { name: 'changes', type: savedChanges }] },
  },
} as const satisfies AppNamespaceRow
