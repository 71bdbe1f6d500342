import { dictionary } from '../common.ts'
import { createProperties, idType, savedChanges, savedItem, updateProperties } from './context-menus.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

const instanceId = { name: 'instanceId', type: 'integer' } as const
const menuItemId = { name: 'menuItemId', type: idType } as const
const ask = { home: 'main', promise: true } as const satisfies Partial<AppMethodRow>

/** What the main process does for `contextMenus` of a `<webview>`, by a number that the page gives the element; ids are of one element. */
export const webViewMenus = {
  path: undefined,
  printed: 'chromeWebViewInternal',
  permission: 'webview',
  enums: {},
  events: {},
  methods: {
    contextMenusCreate: { ...ask, parameters: [instanceId, { name: 'item', type: savedItem }] },
    contextMenusRemove: { ...ask, parameters: [instanceId, menuItemId] },
    contextMenusRemoveAll: { ...ask, parameters: [instanceId] },
    contextMenusUpdate: {
      ...ask,
      parameters: [instanceId, menuItemId, { name: 'changes', type: savedChanges }],
    },
    /** Of a guest; no listener of `onShow` has prevented it. */
    showContextMenu: {
      home: 'main',
      promise: false,
      noCallback: true,
      parameters: [instanceId, { name: 'requestId', type: 'integer' }],
    },
  },
} as const satisfies AppNamespaceRow

/** What a page may say. */
export const menuSignatures = {
  ...webViewMenus.methods,
  contextMenusCreate: {
    ...ask,
    parameters: [
      instanceId,
      { name: 'createProperties', type: dictionary('object', createProperties.properties) },
    ],
  },
  contextMenusUpdate: {
    ...ask,
    parameters: [
      instanceId,
      { name: 'id', type: idType },
      { name: 'updateProperties', type: updateProperties },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof webViewMenus.methods, AppMethodRow>>
