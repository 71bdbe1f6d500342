import { fail, succeed } from '../../outcome.ts'
import type { CreateInfo } from '../alarms/alarms.ts'
import type { Service } from './service.ts'

const both = 'Cannot set both when and delayInMinutes.'
const nothing = 'Must set at least one of when, delayInMinutes, or periodInMinutes.'
const tooMany = 'An extension cannot have more than 500 active alarms.'

function explain({ delayInMinutes, periodInMinutes, when }: CreateInfo): string | undefined {
  if (delayInMinutes !== undefined && when !== undefined) return both
  const isTimed = [delayInMinutes, periodInMinutes, when].some((time) => time !== undefined)
  return isTimed ? undefined : nothing
}

export const alarms: Service<'alarms'> = {
  create({ host }, name = '', info) {
    const complaint = explain(info)
    if (complaint !== undefined) return fail(complaint)
    return host.system.alarms.create(name, info) ? succeed() : fail(tooMany)
  },
  get({ host }, name = '') {
    const alarm = host.system.alarms.get(name)
    return alarm === undefined ? { ok: true, args: [] } : succeed({ ...alarm })
  },
  getAll: ({ host }) => succeed(host.system.alarms.list().map((alarm) => ({ ...alarm }))),
  clear: ({ host }, name = '') => succeed(host.system.alarms.clear(name)),
  clearAll({ host }) {
    host.system.alarms.clearAll()
    return succeed(true)
  },
}
