import type { AppNamespaceRow } from './words.ts'

/** How the main process and the background page agree on the end of an app. */
export const life = {
  path: undefined,
  printed: 'life',
  enums: {},
  events: {
    /** The app is about to end: its pages have their last moment. `round`: it may be called off, and come again. */
    onSuspending: { parameters: [{ name: 'round', type: 'integer' }] },
  },
  methods: {
    /** The background page has loaded. */
    ready: { home: 'main', promise: false, noCallback: true, parameters: [] },
    /** The pages do something that the main process does not see. */
    keepAlive: { home: 'main', promise: false, noCallback: true, parameters: [] },
    /** Whether pages of the app have a port open between them, or one waits for another's answer. */
    notePorts: {
      home: 'main',
      promise: false,
      noCallback: true,
      parameters: [{ name: 'areOpen', type: 'boolean' }],
    },
    reload: { home: 'main', promise: false, noCallback: true, parameters: [] },
    /** All is answered and kept; `isHeard`: a page listens to its end. */
    confirmSuspending: {
      home: 'main',
      promise: false,
      noCallback: true,
      parameters: [
        { name: 'round', type: 'integer' },
        { name: 'isHeard', type: 'boolean' },
      ],
    },
  },
} as const satisfies AppNamespaceRow
