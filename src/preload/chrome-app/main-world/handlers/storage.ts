import { isList } from '../../../main-world/is-list.ts'
import { primordials } from '../../../main-world/primordials.ts'
import type { Context, PageHandlers, Reply } from '../context.ts'
import type { AreaName, WriteMethod } from '../storage/areas.ts'
import { compareTexts } from '../storage/compare-texts.ts'
import type { Entry } from '../storage/item-table.ts'
import { serializeDefaults, serializeItems } from '../storage/serialize.ts'
import type { Settled, StorageArea } from '../storage/storage-area.ts'

const { parseJson } = primordials

type Keys = string | string[] | Record<string, unknown> | undefined

function listKeys(keys: string | string[]): string[] {
  return isList(keys) ? keys : [keys]
}

/** Items made in the page that asked for them, in order. */
const createItems = (items: ReadonlyMap<string, unknown>): Record<string, unknown> =>
  Object.fromEntries([...items].toSorted(([a], [b]) => compareTexts(a, b)))

function read(area: StorageArea, { fail, succeed }: Reply<Record<string, unknown>>, keys: Keys): void {
  const defaults = typeof keys === 'object' && !isList(keys) ? serializeDefaults(keys) : undefined
  // What cannot be kept is no default, and not asked for.
  const names = typeof keys === 'object' && !isList(keys) ? defaults?.entries.map(([key]) => key) : keys
  area.get(names === undefined ? undefined : listKeys(names), {
    succeed(found) {
      const items = new Map<string, unknown>(
        defaults?.entries.map(([key, json]) => [key, defaults.read(json)] as const),
      )
      for (const [key, json] of found) items.set(key, parseJson(json))
      succeed(createItems(items))
    },
    fail,
  })
}

/** The handlers of an area are those of any other. */
function createHandlers(name: AreaName): PageHandlers<'storageLocal'> {
  const write = (
    { hub, member }: Context,
    { fail, succeed }: Reply<undefined>,
    method: WriteMethod,
    act: (area: StorageArea, settled: Settled<string | undefined>) => void,
  ): void => {
    const { area, refuseWrite } = hub.areas[name]
    const refusal = refuseWrite(method)
    if (refusal !== undefined) return area.refuse(refusal, fail)
    act(area, {
      succeed(changes) {
        if (changes !== undefined) hub.raiseStored(name, changes, member)
        succeed(undefined)
      },
      fail,
    })
  }
  return {
    get: ({ hub }, reply, keys) => read(hub.areas[name].area, reply, keys),
    getKeys: ({ hub }, { fail, succeed }) =>
      hub.areas[name].area.listKeys({ succeed: (keys) => succeed([...keys]), fail }),
    getBytesInUse: ({ hub }, reply, keys) =>
      hub.areas[name].area.measure(keys === undefined ? undefined : listKeys(keys), reply),
    set: (context, reply, items) =>
      write(context, reply, 'set', (area, settled) => {
        const entries = serializeItems(items)
        if (entries === undefined) area.refuse('Cannot serialize value to JSON', settled.fail)
        else area.change(entries, settled)
      }),
    remove: (context, reply, keys) =>
      write(context, reply, 'remove', (area, settled) => {
        area.change(
          listKeys(keys).map((key): Entry => [key, undefined]),
          settled,
        )
      }),
    clear: (context, reply) => write(context, reply, 'clear', (area, settled) => area.clear(settled)),
    /** There are no pages of the app that could be trusted less. */
    setAccessLevel: (_context, reply) => reply.succeed(undefined),
  }
}

export const storageLocal = createHandlers('local')
export const storageManaged = createHandlers('managed')
export const storageSession = createHandlers('session')
export const storageSync = createHandlers('sync')
