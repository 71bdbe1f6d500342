import type { SharedData } from '../../../../renderer-types/app-wire.ts'
import { storageQuotas } from '../../../../renderer-types/contract/apps/storage.ts'
import type { AnswerQueue } from '../answer-queue.ts'
import { createDatabaseStore } from './database.ts'
import type { Measure, Quota } from './item-table.ts'
import { createJournal } from './journal.ts'
import { JournaledStore } from './journaled-store.ts'
import { estimateMemory } from './memory-size.ts'
import type { AreaOptions } from './storage-area.ts'
import { StorageArea } from './storage-area.ts'
import type { Store } from './store.ts'
import { createMemoryStore } from './store.ts'
import { countUtf8 } from './utf8.ts'
import { WriteRate } from './write-rate.ts'

const { local, session, sync } = storageQuotas

/** In Chrome there is no limit then; here all that is stored is in the memory of the app's pages, too. */
const unlimitedBytes = 100 * 1024 * 1024

const nameQuota = (resource: string): string => `Resource::${resource} quota exceeded`
const exceeded = {
  bytes: nameQuota('kQuotaBytes'),
  bytesPerItem: nameQuota('kQuotaBytesPerItem'),
  items: nameQuota('kMaxItems'),
}

const syncQuota: Quota = {
  bytes: sync.QUOTA_BYTES,
  bytesPerItem: sync.QUOTA_BYTES_PER_ITEM,
  items: sync.MAX_ITEMS,
  exceeded,
}

const sessionQuota: Quota = {
  bytes: session.QUOTA_BYTES,
  exceeded: { bytes: 'Session storage quota bytes exceeded. Values were not stored.' },
}

const measureBytes: Measure = (key, json) => countUtf8(key) + countUtf8(json)

export type AreaName = 'local' | 'managed' | 'session' | 'sync'
export type WriteMethod = 'clear' | 'remove' | 'set'

/** An area, and what a call is answered that may not write to it; undefined where it may. */
interface Area {
  readonly area: StorageArea
  readonly refuseWrite: (method: WriteMethod) => string | undefined
}

function createRates(): Record<WriteMethod, WriteRate> {
  const { MAX_WRITE_OPERATIONS_PER_HOUR: perHour, MAX_WRITE_OPERATIONS_PER_MINUTE: perMinute } = sync
  const limits = [
    { name: 'MAX_WRITE_OPERATIONS_PER_MINUTE', calls: perMinute, milliseconds: 60_000 },
    { name: 'MAX_WRITE_OPERATIONS_PER_HOUR', calls: perHour, milliseconds: 3_600_000 },
  ]
  const create = (): WriteRate => new WriteRate(limits, () => performance.now())
  return { clear: create(), remove: create(), set: create() }
}

const createKeptStore = (name: string): Store =>
  new JournaledStore(createDatabaseStore(name), createJournal(name))

function createSettings({ managedItems, unlimitedStorage }: SharedData) {
  const localQuota: Quota = { bytes: unlimitedStorage ? unlimitedBytes : local.QUOTA_BYTES, exceeded }
  return {
    local: { store: createKeptStore('local'), measure: measureBytes, quota: localQuota },
    managed: {
      store: createMemoryStore(Object.entries(managedItems)),
      // Chrome does not count what it did not store itself.
      measure: () => 0,
      quota: undefined,
    },
    session: { store: createMemoryStore([]), measure: estimateMemory, quota: sessionQuota },
    sync: { store: createKeptStore('sync'), measure: measureBytes, quota: syncQuota },
  } as const satisfies Record<AreaName, Omit<AreaOptions, 'answers'>>
}

/** The areas of `chrome.storage`. */
export function createAreas(shared: SharedData, answers: AnswerQueue): Readonly<Record<AreaName, Area>> {
  const settings = createSettings(shared)
  const rates = createRates()
  const create = (name: AreaName, refuseWrite: Area['refuseWrite'] = () => undefined): Area => ({
    area: new StorageArea({ ...settings[name], answers }),
    refuseWrite,
  })
  return {
    local: create('local'),
    managed: create('managed', () => 'This is a read-only store.'),
    session: create('session'),
    sync: create('sync', (method) => rates[method].refuse()),
  }
}
