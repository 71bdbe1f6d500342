import type { EnumWord, RangeWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const Level = { DISPLAY: 'display', SYSTEM: 'system' } as const

const level = {
  kind: 'enum',
  name: 'power.Level',
  values: [Level.DISPLAY, Level.SYSTEM],
} as const satisfies EnumWord

/** `chrome.power` */
export const power = {
  path: 'power',
  printed: 'power',
  permission: 'power',
  enums: { Level },
  events: {},
  methods: {
    releaseKeepAwake: { home: 'main', promise: false, noCallback: true, parameters: [] },
    requestKeepAwake: {
      home: 'main',
      promise: false,
      noCallback: true,
      parameters: [{ name: 'level', type: level }],
    },
  },
} as const satisfies AppNamespaceRow

const IdleState = { ACTIVE: 'active', IDLE: 'idle', LOCKED: 'locked' } as const

const idleState = {
  kind: 'enum',
  name: 'idle.IdleState',
  values: [IdleState.ACTIVE, IdleState.IDLE, IdleState.LOCKED],
} as const satisfies EnumWord

/** Seconds. */
const interval = { kind: 'range', minimum: 15 } as const satisfies RangeWord

/** `chrome.idle` */
export const idle = {
  path: 'idle',
  printed: 'idle',
  permission: 'idle',
  enums: { IdleState },
  events: { onStateChanged: { parameters: [{ name: 'newState', type: idleState }] } },
  methods: {
    queryState: {
      home: 'main',
      promise: true,
      parameters: [{ name: 'detectionIntervalInSeconds', type: interval }],
      result: { name: 'newState', type: idleState },
    },
    setDetectionInterval: {
      home: 'main',
      promise: false,
      noCallback: true,
      parameters: [{ name: 'intervalInSeconds', type: interval }],
    },
  },
} as const satisfies AppNamespaceRow
