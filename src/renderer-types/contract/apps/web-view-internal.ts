import { dictionary } from '../common.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

const printed = 'webViewInternal'

const injectDetails = dictionary('extensionTypes.InjectDetails', {
  code: { type: 'string', optional: true },
  file: { type: 'string', optional: true },
})

const instanceId = { name: 'instanceId', type: 'integer' } as const
const ask = { home: 'main', promise: true } as const satisfies Partial<AppMethodRow>
const inject = {
  ...ask,
  parameters: [instanceId, { name: 'src', type: 'string' }, { name: 'details', type: injectDetails }],
} as const satisfies AppMethodRow

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
    attach: { ...ask, parameters: [instanceId] },
    /** The results come as JSON. */
    executeScript: { ...inject, result: { name: 'results', type: 'string' } },
    insertCSS: inject,
  },
} as const satisfies AppNamespaceRow
