import { primordials } from '../../../main-world/primordials.ts'
import type { PageHandlers, Reply } from '../context.ts'
import { serializeItems } from '../storage/serialize.ts'
import type { StorageArea } from '../storage/storage-area.ts'

const { parseJson, isArray } = primordials

type Keys = string | string[] | Record<string, unknown> | undefined

function listKeys(keys: Keys): string[] | undefined {
  if (keys === undefined || typeof keys === 'string') return keys === undefined ? undefined : [keys]
  return isArray(keys) ? keys : Object.keys(keys)
}

function read(area: StorageArea, reply: Reply<Record<string, unknown>>, keys: Keys): void {
  const defaults = typeof keys === 'object' && !isArray(keys) ? serializeItems(keys) : undefined
  area.get(listKeys(keys), (found) => {
    const items = new Map([...(defaults ?? []), ...found])
    const entries = [...items].map(([key, json]): [string, unknown] => [key, parseJson(json)])
    reply.succeed(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))))
  })
}

const finish =
  (reply: Reply<undefined>) =>
  (error?: string): void =>
    error === undefined ? reply.succeed(undefined) : reply.fail(error)

export const storageLocal: PageHandlers<'storageLocal'> = {
  get: ({ hub }, reply, keys) => read(hub.local, reply, keys),
  getBytesInUse: ({ hub }, reply, keys) => hub.local.measure(listKeys(keys), reply.succeed),
  set({ hub }, reply, items) {
    const entries = serializeItems(items)
    if (entries === undefined) reply.fail('Cannot serialize value to JSON')
    else hub.local.change(entries, finish(reply))
  },
  remove({ hub }, reply, keys) {
    const removed = (listKeys(keys) ?? []).map((key): [string, undefined] => [key, undefined])
    hub.local.change(removed, finish(reply))
  },
  clear: ({ hub }, reply) => hub.local.clear(finish(reply)),
}
