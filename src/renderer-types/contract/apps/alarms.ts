import { dictionary } from '../common.ts'
import type { ListWord } from '../words.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

const printed = 'alarms'

const alarm = dictionary(`${printed}.Alarm`, {
  name: { type: 'string' },
  periodInMinutes: { type: 'number', optional: true },
  persistAcrossSessions: { type: 'boolean' },
  scheduledTime: { type: 'number' },
})

const list = { kind: 'list', of: alarm } as const satisfies ListWord

const createInfo = dictionary(`${printed}.AlarmCreateInfo`, {
  delayInMinutes: { type: 'number', optional: true },
  periodInMinutes: { type: 'number', optional: true },
  persistAcrossSessions: { type: 'boolean', optional: true },
  when: { type: 'number', optional: true },
})

const name = { name: 'name', type: 'string', optional: true } as const
const ask = { home: 'main', promise: true } as const satisfies Partial<AppMethodRow>

/** `chrome.alarms` */
export const alarms = {
  path: printed,
  printed,
  permission: 'alarms',
  enums: {},
  events: { onAlarm: { parameters: [{ name: 'alarm', type: alarm }] } },
  methods: {
    clear: { ...ask, parameters: [name], result: { name: 'wasCleared', type: 'boolean' } },
    clearAll: { ...ask, parameters: [], result: { name: 'wasCleared', type: 'boolean' } },
    create: { ...ask, parameters: [name, { name: 'alarmInfo', type: createInfo }] },
    get: { ...ask, parameters: [name], result: { name: 'alarm', type: alarm } },
    getAll: { ...ask, parameters: [], result: { name: 'alarms', type: list } },
  },
} as const satisfies AppNamespaceRow
