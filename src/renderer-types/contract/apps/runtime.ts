import { dictionary } from '../common.ts'
import type { EnumWord } from '../words.ts'
import { connect, messageEvents, sendMessage } from './messages.ts'
import type { AppNamespaceRow } from './words.ts'

const OnInstalledReason = {
  CHROME_UPDATE: 'chrome_update',
  INSTALL: 'install',
  SHARED_MODULE_UPDATE: 'shared_module_update',
  UPDATE: 'update',
} as const

const onInstalledReason = {
  kind: 'enum',
  name: 'runtime.OnInstalledReason',
  values: [OnInstalledReason.INSTALL, OnInstalledReason.UPDATE],
} as const satisfies EnumWord

const installDetails = dictionary('runtime.InstallDetails', {
  reason: { type: onInstalledReason },
  previousVersion: { type: 'string', optional: true },
})

const platformInfo = dictionary('runtime.PlatformInfo', {
  arch: { type: 'string' },
  nacl_arch: { type: 'string' },
  os: { type: 'string' },
})

/** `chrome.runtime` of an app's pages. */
export const runtime = {
  path: 'runtime',
  printed: 'runtime',
  enums: { OnInstalledReason },
  events: {
    onInstalled: { parameters: [{ name: 'details', type: installDetails }] },
    onStartup: { parameters: [] },
    onSuspend: { parameters: [] },
    onSuspendCanceled: { parameters: [] },
    onUpdateAvailable: { parameters: [] },
    ...messageEvents,
  },
  methods: {
    connect,
    getBackgroundPage: {
      home: 'page',
      parameters: [],
      promise: true,
      result: { name: 'backgroundPage', type: 'any' },
    },
    getManifest: { home: 'page', parameters: [], promise: false, noCallback: true, returns: 'object' },
    getPackageDirectoryEntry: {
      home: 'page',
      parameters: [],
      promise: true,
      result: { name: 'directoryEntry', type: 'any' },
    },
    getPlatformInfo: {
      home: 'main',
      parameters: [],
      promise: true,
      result: { name: 'platformInfo', type: platformInfo },
    },
    getURL: {
      home: 'page',
      parameters: [{ name: 'path', type: 'string' }],
      promise: false,
      noCallback: true,
      returns: 'string',
    },
    reload: { home: 'page', parameters: [], promise: false, noCallback: true },
    sendMessage,
  },
} as const satisfies AppNamespaceRow
