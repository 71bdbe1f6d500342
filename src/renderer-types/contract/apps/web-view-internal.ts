import { dictionary } from '../common.ts'
import type { EnumWord } from '../words.ts'
import { blockingResponse, requestListener } from './web-view-request.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

const printed = 'webViewInternal'

const attachParams = dictionary('webViewInternal.AttachParams', {
  name: { type: 'string', optional: true },
  userAgentOverride: { type: 'string', optional: true },
  viewInstanceId: { type: 'integer', optional: true },
  initialZoomFactor: { type: 'number', optional: true },
})

const findOptions = dictionary('webViewInternal.FindOptions', {
  backward: { type: 'boolean', optional: true },
  matchCase: { type: 'boolean', optional: true },
})

const rectangle = dictionary('webViewInternal.SelectionRect', {
  left: { type: 'integer' },
  top: { type: 'integer' },
  width: { type: 'integer' },
  height: { type: 'integer' },
})

const findResults = dictionary('webViewInternal.FindCallbackResults', {
  numberOfMatches: { type: 'integer' },
  activeMatchOrdinal: { type: 'integer' },
  selectionRect: { type: rectangle },
  canceled: { type: 'boolean' },
})

const clearOptions = dictionary('webViewInternal.ClearDataOptions', {
  since: { type: 'number', optional: true },
})

const flag = { type: 'boolean', optional: true } as const
const strings = { type: { kind: 'list', of: 'string' }, optional: true } as const

const injectionItems = dictionary('webViewInternal.InjectionItems', {
  code: { type: 'string', optional: true },
  files: strings,
})

const runAt = {
  kind: 'enum',
  name: 'extensionTypes.RunAt',
  values: ['document_start', 'document_end', 'document_idle'],
} as const satisfies EnumWord

const cssOrigin = {
  kind: 'enum',
  name: 'extensionTypes.CSSOrigin',
  values: ['author', 'user'],
} as const satisfies EnumWord

const injectDetails = dictionary('extensionTypes.InjectDetails', {
  allFrames: flag,
  code: { type: 'string', optional: true },
  cssOrigin: { type: cssOrigin, optional: true },
  file: { type: 'string', optional: true },
  frameId: { type: 'integer', optional: true },
  matchAboutBlank: flag,
  runAt: { type: runAt, optional: true },
})

const contentScript = dictionary('webViewInternal.ContentScriptDetails', {
  name: { type: 'string' },
  matches: { type: strings.type },
  exclude_matches: strings,
  include_globs: strings,
  exclude_globs: strings,
  css: { type: injectionItems, optional: true },
  js: { type: injectionItems, optional: true },
  run_at: { type: runAt, optional: true },
  all_frames: flag,
  match_about_blank: flag,
})

const clearTypes = dictionary('webViewInternal.ClearDataTypeSet', {
  appcache: flag,
  cache: flag,
  cookies: flag,
  fileSystems: flag,
  indexedDB: flag,
  localStorage: flag,
  persistentCookies: flag,
  sessionCookies: flag,
  webSQL: flag,
})

const imageFormat = {
  kind: 'enum',
  name: 'extensionTypes.ImageFormat',
  values: ['jpeg', 'png'],
} as const satisfies EnumWord

const imageDetails = dictionary('extensionTypes.ImageDetails', {
  format: { type: imageFormat, optional: true },
  quality: { type: 'integer', optional: true },
})

/** Blue, green, red and alpha of each point. */
const picture = dictionary('webViewInternal.Picture', {
  bytes: { type: 'binary' },
  width: { type: 'integer' },
})

const stopFindingAction = {
  kind: 'enum',
  name: 'webViewInternal.StopFindingAction',
  values: ['clear', 'keep', 'activate'],
} as const satisfies EnumWord

const zoomMode = {
  kind: 'enum',
  name: 'webViewInternal.ZoomMode',
  values: ['per-origin', 'per-view', 'disabled'],
} as const satisfies EnumWord

const setPermissionAction = {
  kind: 'enum',
  name: 'webViewInternal.SetPermissionAction',
  values: ['allow', 'deny', 'default'],
} as const satisfies EnumWord

const instanceId = { name: 'instanceId', type: 'integer' } as const
const ask = { home: 'main', promise: true } as const satisfies Partial<AppMethodRow>
const inject = {
  ...ask,
  parameters: [instanceId, { name: 'src', type: 'string' }, { name: 'details', type: injectDetails }],
} as const satisfies AppMethodRow
const act = { home: 'main', promise: false, noCallback: true } as const satisfies Partial<AppMethodRow>
const simple = { ...act, parameters: [instanceId] } as const satisfies AppMethodRow
/** Its callback may not be left out. */
const read = { home: 'main', promise: false, parameters: [instanceId] } as const satisfies AppMethodRow

/** What a `<webview>` has the main process do with the guest that it shows. Its TypeErrors show this name, in Chrome, too. */
export const webViewInternal = {
  path: undefined,
  printed,
  permission: 'webview',
  enums: {},
  events: {
    /** Something has happened to a guest; the fields of the event come as JSON. */
    onEvent: {
      parameters: [instanceId, { name: 'name', type: 'string' }, { name: 'fields', type: 'string' }],
    },
  },
  methods: {
    /** The page shows the guest from now on, which has not shown anything before. */
    attach: { ...ask, parameters: [instanceId, { name: 'params', type: attachParams }] },
    /** What the guest was to show meanwhile is shown. */
    start: simple,
    addContentScripts: {
      ...act,
      parameters: [
        instanceId,
        { name: 'contentScriptList', type: { kind: 'list', of: contentScript, minItems: 1 } },
      ],
    },
    removeContentScripts: {
      ...act,
      parameters: [instanceId, { name: 'scriptNameList', ...strings }],
    },
    addRequestListener: { ...ask, parameters: [instanceId, { name: 'listener', type: requestListener }] },
    removeRequestListener: { ...act, parameters: [instanceId, { name: 'listenerId', type: 'integer' }] },
    /** A request waits for it. */
    answerRequest: {
      ...ask,
      parameters: [
        instanceId,
        { name: 'questionId', type: 'integer' },
        { name: 'response', type: blockingResponse, optional: true },
      ],
    },
    /** The results come as JSON. */
    executeScript: { ...inject, result: { name: 'results', type: 'string' } },
    insertCSS: inject,
    /** The page makes the address of it that the app gets. */
    captureVisibleRegion: {
      home: 'main',
      promise: false,
      parameters: [instanceId, { name: 'options', type: imageDetails, optional: true }],
      result: { name: 'picture', type: picture },
    },
    clearData: {
      ...ask,
      parameters: [instanceId, { name: 'options', type: clearOptions }, { name: 'types', type: clearTypes }],
    },
    find: {
      ...ask,
      parameters: [
        instanceId,
        { name: 'searchText', type: 'string' },
        { name: 'options', type: findOptions, optional: true },
      ],
      result: { name: 'results', type: findResults },
    },
    /** The guest tells how large it would like to be, or no more. */
    followSize: { ...act, parameters: [instanceId, { name: 'follows', type: 'boolean' }] },
    getAudioState: { ...read, result: { name: 'audible', type: 'boolean' } },
    getZoom: { ...read, result: { name: 'zoomFactor', type: 'number' } },
    getZoomMode: { ...read, result: { name: 'ZoomMode', type: zoomMode } },
    go: {
      ...ask,
      parameters: [instanceId, { name: 'relativeIndex', type: 'integer' }],
      result: { name: 'success', type: 'boolean' },
    },
    isAudioMuted: { ...read, result: { name: 'muted', type: 'boolean' } },
    loadDataWithBaseUrl: {
      ...ask,
      parameters: [
        instanceId,
        { name: 'dataUrl', type: 'string' },
        { name: 'baseUrl', type: 'string' },
        { name: 'virtualUrl', type: 'string', optional: true },
      ],
    },
    overrideUserAgent: {
      ...act,
      parameters: [instanceId, { name: 'userAgentOverride', type: 'string' }],
    },
    reload: simple,
    setAudioMuted: { ...act, parameters: [instanceId, { name: 'mute', type: 'boolean' }] },
    setName: { ...act, parameters: [instanceId, { name: 'frameName', type: 'string' }] },
    setPermission: {
      ...ask,
      parameters: [
        instanceId,
        { name: 'requestId', type: 'integer' },
        { name: 'action', type: setPermissionAction },
        { name: 'userInput', type: 'string', optional: true },
      ],
      result: { name: 'allowed', type: 'boolean' },
    },
    setZoom: { ...ask, parameters: [instanceId, { name: 'zoomFactor', type: 'number' }] },
    setZoomMode: { ...ask, parameters: [instanceId, { name: 'ZoomMode', type: zoomMode }] },
    stop: simple,
    stopFinding: {
      ...act,
      parameters: [instanceId, { name: 'action', type: stopFindingAction, optional: true }],
    },
    terminate: simple,
  },
} as const satisfies AppNamespaceRow
