import { dictionary } from '../common.ts'
import type { EnumWord } from '../words.ts'
import { connect, messageEvents, sendMessage } from './messages.ts'
import { runtimeEnums } from './runtime-enums.ts'
import type { AppNamespaceRow } from './words.ts'

const { OnInstalledReason } = runtimeEnums

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

const updateCheckResult = dictionary('runtime.RequestUpdateCheckResult', {
  status: { type: 'string' },
  version: { type: 'string', optional: true },
})

/** `chrome.runtime` of an app's pages. */
export const runtime = {
  path: 'runtime',
  printed: 'runtime',
  enums: runtimeEnums,
  events: {
    onRestartRequired: { parameters: [] },
    ...messageEvents,
    onBrowserUpdateAvailable: { parameters: [] },
    onUpdateAvailable: { parameters: [] },
    onSuspendCanceled: { parameters: [] },
    onSuspend: { parameters: [] },
    onEnabled: { parameters: [] },
    onInstalled: { parameters: [{ name: 'details', type: installDetails }] },
    onStartup: { parameters: [] },
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
    getVersion: { home: 'page', parameters: [], promise: false, noCallback: true, returns: 'string' },
    openOptionsPage: { home: 'page', parameters: [], promise: true },
    reload: { home: 'page', parameters: [], promise: false, noCallback: true },
    requestUpdateCheck: {
      home: 'page',
      parameters: [],
      promise: true,
      result: { name: 'result', type: updateCheckResult },
    },
    restart: { home: 'page', parameters: [], promise: false, noCallback: true },
    restartAfterDelay: { home: 'page', parameters: [{ name: 'seconds', type: 'integer' }], promise: true },
    sendMessage,
    setUninstallURL: {
      home: 'page',
      parameters: [{ name: 'url', type: { kind: 'text', maxLength: 1023 } }],
      promise: true,
    },
  },
} as const satisfies AppNamespaceRow
