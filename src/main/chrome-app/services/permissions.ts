import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import type { NamedPermissions } from '../rights/read-permission-set.ts'
import { packPermissions, readNamedPermissions } from '../rights/read-permission-set.ts'
import type { PermissionSet } from '../rights/permission-set.ts'
import { tooMany } from '../rights/rights.ts'
import type { Service } from './service.ts'

const notListed = 'Only permissions specified in the manifest may be requested.'
const required = 'You cannot remove required permissions.'

/** Names and hosts in one call. */
const maxNamed = 256
/** Characters of names with rules in one call: each of them is JSON that is read. */
const maxRules = 32 * 1024

const isTooLong = (names: readonly string[]): boolean =>
  names.reduce((length, name) => length + (name.includes('|') ? name.length : 0), 0) > maxRules

function readNamed(named: NamedPermissions): PermissionSet | string {
  const { origins = [], permissions: names = [] } = named
  const isTooMuch = origins.length + names.length > maxNamed || isTooLong(names)
  return isTooMuch ? tooMany : readNamedPermissions(named)
}

export const permissions: Service<'permissions'> = {
  contains({ host }, named) {
    const set = readNamed(named)
    return typeof set === 'string' ? fail(set) : succeed(host.rights.held.includes(set))
  },
  getAll: ({ host }) => succeed(packPermissions(host.rights.held, host.app.permissionRules)),
  remove({ host }, named) {
    const set = readNamed(named)
    if (typeof set === 'string') return fail(set)
    if (!host.rights.mayAsk(set)) return fail(notListed)
    if (host.rights.isRequired(set)) return fail(required)
    const taken = host.rights.take(set)
    if (typeof taken === 'string') return fail(taken)
    host.tellRights('permissions.onRemoved', taken)
    return succeed(true)
  },
}

export const grants: Service<'grants'> = {
  async request({ host, page }, named) {
    const { files, rights } = host
    const set = readNamed(named)
    if (typeof set === 'string') return fail(set)
    if (!rights.mayAsk(set)) return fail(notListed)
    // One question at a time: what is answered before may be what is asked next.
    return files.dialogs.ask<Outcome<boolean>>(page, succeed(false), async () => {
      const missing = rights.findMissing(set)
      if (missing.isEmpty) return succeed(true)
      if (!(await host.askForRights(page, missing))) return succeed(false)
      const complaint = rights.grant(missing)
      if (complaint !== undefined) return fail(complaint)
      host.tellRights('permissions.onAdded', missing)
      return succeed(true)
    })
  },
}
