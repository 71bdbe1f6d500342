import { dictionary } from '../common.ts'
import type { AppNamespaceRow } from './words.ts'

const detected = dictionary('i18n.DetectedLanguages', {
  isReliable: { type: 'boolean' },
  languages: {
    type: {
      kind: 'list',
      of: dictionary('i18n.DetectedLanguage', {
        language: { type: 'string' },
        percentage: { type: 'integer' },
      }),
    },
  },
})

const result = { name: 'result', type: detected } as const

/** Chrome's detector reads no more bytes than this: the units of UTF-16 that matter of a text. */
export const detectorReads = 10_000

/** `chrome.i18n` */
export const i18n = {
  path: 'i18n',
  printed: 'i18n',
  enums: {},
  events: {},
  methods: {
    detectLanguage: { home: 'page', parameters: [{ name: 'text', type: 'string' }], promise: true, result },
    getAcceptLanguages: {
      home: 'page',
      parameters: [],
      promise: true,
      result: { name: 'languages', type: { kind: 'list', of: 'string' } },
    },
    getMessage: {
      home: 'page',
      hidesThrown: true,
      parameters: [
        { name: 'messageName', type: 'string' },
        { name: 'substitutions', type: 'any', optional: true },
        // Chrome prints the kind of what it has no name for.
        {
          name: 'options',
          type: dictionary('object', { escapeLt: { type: 'boolean', optional: true } }),
          optional: true,
        },
      ],
      promise: false,
      noCallback: true,
      returns: 'any',
    },
    getUILanguage: { home: 'page', parameters: [], promise: false, noCallback: true, returns: 'string' },
  },
} as const satisfies AppNamespaceRow

/** What the main process does for `chrome.i18n`. */
export const languages = {
  path: undefined,
  printed: 'languages',
  enums: {},
  events: {},
  methods: {
    detect: {
      home: 'main',
      parameters: [{ name: 'text', type: { kind: 'text', maxLength: detectorReads } }],
      promise: true,
      result,
    },
  },
} as const satisfies AppNamespaceRow
