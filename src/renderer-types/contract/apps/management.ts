import { dictionary } from '../common.ts'
import type { EnumWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const enums = {
  ExtensionDisabledReason: { PERMISSIONS_INCREASE: 'permissions_increase', UNKNOWN: 'unknown' },
  ExtensionInstallType: {
    ADMIN: 'admin',
    DEVELOPMENT: 'development',
    NORMAL: 'normal',
    OTHER: 'other',
    SIDELOAD: 'sideload',
  },
  ExtensionType: {
    EXTENSION: 'extension',
    HOSTED_APP: 'hosted_app',
    LEGACY_PACKAGED_APP: 'legacy_packaged_app',
    LOGIN_SCREEN_EXTENSION: 'login_screen_extension',
    PACKAGED_APP: 'packaged_app',
    THEME: 'theme',
  },
  LaunchType: {
    OPEN_AS_PINNED_TAB: 'OPEN_AS_PINNED_TAB',
    OPEN_AS_REGULAR_TAB: 'OPEN_AS_REGULAR_TAB',
    OPEN_AS_WINDOW: 'OPEN_AS_WINDOW',
    OPEN_FULL_SCREEN: 'OPEN_FULL_SCREEN',
  },
} as const

const installType = {
  kind: 'enum',
  name: 'management.ExtensionInstallType',
  values: ['admin', 'development', 'normal', 'other', 'sideload'],
} as const satisfies EnumWord

const texts = { kind: 'list', of: 'string' } as const

const iconInfo = dictionary('management.IconInfo', { size: { type: 'integer' }, url: { type: 'string' } })

const extensionInfo = dictionary('management.ExtensionInfo', {
  appLaunchUrl: { type: 'string' },
  availableLaunchTypes: { type: texts },
  description: { type: 'string' },
  enabled: { type: 'boolean' },
  homepageUrl: { type: 'string' },
  hostPermissions: { type: texts },
  icons: { type: { kind: 'list', of: iconInfo }, optional: true },
  id: { type: 'string' },
  installType: { type: installType },
  isApp: { type: 'boolean' },
  launchType: { type: 'string' },
  mayDisable: { type: 'boolean' },
  name: { type: 'string' },
  offlineEnabled: { type: 'boolean' },
  optionsUrl: { type: 'string' },
  permissions: { type: texts },
  shortName: { type: 'string' },
  type: { type: 'string' },
  updateUrl: { type: 'string', optional: true },
  version: { type: 'string' },
  versionName: { type: 'string' },
})

/** `chrome.management`, as far as it is about the app itself and nobody else is asked. */
export const management = {
  path: 'management',
  printed: 'management',
  enums,
  events: {},
  methods: {
    getSelf: {
      home: 'main',
      parameters: [],
      promise: true,
      result: { name: 'result', type: extensionInfo },
    },
  },
} as const satisfies AppNamespaceRow
