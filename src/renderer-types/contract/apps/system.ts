import { dictionary } from '../common.ts'
import type { EnumWord, ListWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const none = { enums: {}, events: {} } as const
const ask = { home: 'main', promise: true, parameters: [] } as const

const cpuUsage = dictionary('system.cpu.CpuTime', {
  idle: { type: 'number' },
  kernel: { type: 'number' },
  total: { type: 'number' },
  user: { type: 'number' },
})

const processor = dictionary('system.cpu.ProcessorInfo', { usage: { type: cpuUsage } })

const cpuInfo = dictionary('system.cpu.CpuInfo', {
  archName: { type: 'string' },
  features: { type: { kind: 'list', of: 'string' } as const satisfies ListWord },
  modelName: { type: 'string' },
  numOfProcessors: { type: 'integer' },
  processors: { type: { kind: 'list', of: processor } as const satisfies ListWord },
  temperatures: { type: { kind: 'list', of: 'number' } as const satisfies ListWord },
})

/** `chrome.system.cpu` */
export const systemCpu = {
  path: 'system.cpu',
  printed: 'system.cpu',
  permission: 'system.cpu',
  ...none,
  methods: { getInfo: { ...ask, result: { name: 'info', type: cpuInfo } } },
} as const satisfies AppNamespaceRow

const memoryInfo = dictionary('system.memory.MemoryInfo', {
  availableCapacity: { type: 'number' },
  capacity: { type: 'number' },
})

/** `chrome.system.memory` */
export const systemMemory = {
  path: 'system.memory',
  printed: 'system.memory',
  permission: 'system.memory',
  ...none,
  methods: { getInfo: { ...ask, result: { name: 'info', type: memoryInfo } } },
} as const satisfies AppNamespaceRow

const bounds = dictionary('system.display.Bounds', {
  height: { type: 'integer' },
  left: { type: 'integer' },
  top: { type: 'integer' },
  width: { type: 'integer' },
})

const insets = dictionary('system.display.Insets', {
  bottom: { type: 'integer' },
  left: { type: 'integer' },
  right: { type: 'integer' },
  top: { type: 'integer' },
})

const texts = { kind: 'list', of: 'string' } as const satisfies ListWord
const numbers = { kind: 'list', of: 'number' } as const satisfies ListWord

const displayInfo = dictionary('system.display.DisplayUnitInfo', {
  activeState: { type: 'string' },
  availableDisplayZoomFactors: { type: numbers },
  bounds: { type: bounds },
  displayZoomFactor: { type: 'number' },
  dpiX: { type: 'number' },
  dpiY: { type: 'number' },
  hasAccelerometerSupport: { type: 'boolean' },
  hasTouchSupport: { type: 'boolean' },
  id: { type: 'string' },
  isEnabled: { type: 'boolean' },
  isInternal: { type: 'boolean' },
  isPrimary: { type: 'boolean' },
  isUnified: { type: 'boolean' },
  mirroringDestinationIds: { type: texts },
  mirroringSourceId: { type: 'string' },
  modes: { type: { kind: 'list', of: 'object' } as const satisfies ListWord },
  name: { type: 'string' },
  overscan: { type: insets },
  rotation: { type: 'integer' },
  workArea: { type: bounds },
})

const displayFlags = dictionary('system.display.GetInfoFlags', {
  singleUnified: { type: 'boolean', optional: true },
})

const ActiveState = { ACTIVE: 'active', INACTIVE: 'inactive' } as const
const LayoutPosition = { BOTTOM: 'bottom', LEFT: 'left', RIGHT: 'right', TOP: 'top' } as const
const MirrorMode = { MIXED: 'mixed', NORMAL: 'normal', OFF: 'off' } as const

/** `chrome.system.display` */
export const systemDisplay = {
  path: 'system.display',
  printed: 'system.display',
  permission: 'system.display',
  enums: { ActiveState, LayoutPosition, MirrorMode },
  events: { onDisplayChanged: { parameters: [] } },
  methods: {
    getInfo: {
      home: 'main',
      promise: true,
      parameters: [{ name: 'flags', type: displayFlags, optional: true }],
      result: { name: 'displayInfo', type: { kind: 'list', of: displayInfo } as const satisfies ListWord },
    },
  },
} as const satisfies AppNamespaceRow

const EjectDeviceResultCode = {
  FAILURE: 'failure',
  IN_USE: 'in_use',
  NO_SUCH_DEVICE: 'no_such_device',
  SUCCESS: 'success',
} as const

const StorageUnitType = { FIXED: 'fixed', REMOVABLE: 'removable', UNKNOWN: 'unknown' } as const

const storageUnitType = {
  kind: 'enum',
  name: 'system.storage.StorageUnitType',
  values: ['fixed', 'removable', 'unknown'],
} as const satisfies EnumWord

const storageUnit = dictionary('system.storage.StorageUnitInfo', {
  capacity: { type: 'number' },
  id: { type: 'string' },
  name: { type: 'string' },
  type: { type: storageUnitType },
})

const availableCapacity = dictionary('system.storage.StorageAvailableCapacityInfo', {
  availableCapacity: { type: 'number' },
  id: { type: 'string' },
})

const id = { name: 'id', type: 'string' } as const

/** `chrome.system.storage` */
export const systemStorage = {
  path: 'system.storage',
  printed: 'system.storage',
  permission: 'system.storage',
  enums: { EjectDeviceResultCode, StorageUnitType },
  events: {
    onDetached: { parameters: [id] },
    onAttached: { parameters: [{ name: 'info', type: storageUnit }] },
  },
  methods: {
    ejectDevice: {
      home: 'main',
      promise: true,
      parameters: [id],
      result: { name: 'result', type: 'string' },
    },
    getAvailableCapacity: {
      home: 'main',
      promise: true,
      parameters: [id],
      result: { name: 'info', type: availableCapacity },
    },
    getInfo: {
      ...ask,
      result: { name: 'info', type: { kind: 'list', of: storageUnit } as const satisfies ListWord },
    },
  },
} as const satisfies AppNamespaceRow
