import { dictionary } from '../common.ts'
import type { AppNamespaceRow } from './words.ts'

/** `chrome.i18n`, without what only a language detector can do. */
export const i18n = {
  path: 'i18n',
  printed: 'i18n',
  enums: {},
  events: {},
  methods: {
    getAcceptLanguages: {
      home: 'page',
      parameters: [],
      promise: true,
      result: { name: 'languages', type: { kind: 'list', of: 'string' } },
    },
    getMessage: {
      home: 'page',
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
