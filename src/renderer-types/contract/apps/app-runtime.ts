import { dictionary } from '../common.ts'
import type { EnumWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const LaunchSource = {
  ABOUT_PAGE: 'about_page',
  APP_HOME_PAGE: 'app_home_page',
  APP_LAUNCHER: 'app_launcher',
  ARC: 'arc',
  BACKGROUND: 'background',
  CHROME_INTERNAL: 'chrome_internal',
  COMMAND_LINE: 'command_line',
  CONTEXT_MENU: 'context_menu',
  EPHEMERAL_APP: 'ephemeral_app',
  EXTENSIONS_PAGE: 'extensions_page',
  FILE_HANDLER: 'file_handler',
  FOCUS_MODE: 'focus_mode',
  INSTALLED_NOTIFICATION: 'installed_notification',
  INTENT_URL: 'intent_url',
  KEYBOARD: 'keyboard',
  KIOSK: 'kiosk',
  LOAD_AND_LAUNCH: 'load_and_launch',
  MANAGEMENT_API: 'management_api',
  NEW_TAB_PAGE: 'new_tab_page',
  RELOAD: 'reload',
  RESTART: 'restart',
  SPARKY: 'sparky',
  SYSTEM_TRAY: 'system_tray',
  TEST: 'test',
  UNTRACKED: 'untracked',
  URL_HANDLER: 'url_handler',
} as const

const launchSource = {
  kind: 'enum',
  name: 'app.runtime.LaunchSource',
  values: [
    LaunchSource.APP_LAUNCHER,
    LaunchSource.COMMAND_LINE,
    LaunchSource.FILE_HANDLER,
    LaunchSource.LOAD_AND_LAUNCH,
    LaunchSource.RELOAD,
    LaunchSource.RESTART,
  ],
} as const satisfies EnumWord

const launchData = dictionary('app.runtime.LaunchData', {
  isDemoSession: { type: 'boolean' },
  isKioskSession: { type: 'boolean' },
  isPublicSession: { type: 'boolean' },
  source: { type: launchSource },
})

/** `chrome.app.runtime` */
export const appRuntime = {
  path: 'app.runtime',
  printed: 'app.runtime',
  enums: { LaunchSource },
  events: {
    onRestarted: { parameters: [] },
    onLaunched: { parameters: [{ name: 'launchData', type: launchData }] },
    onEmbedRequested: { parameters: [] },
  },
  methods: {},
} as const satisfies AppNamespaceRow
