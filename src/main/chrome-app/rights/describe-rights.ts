import type { HostPattern } from './host-pattern.ts'
import { permissionWarnings } from './known-permissions.ts'
import type { PermissionSet } from './permission-set.ts'

/** Hosts that a dialog names. */
const maxShown = 8

function describeHosts(hosts: readonly HostPattern[]): string[] {
  if (hosts.length === 0) return []
  if (hosts.some(({ host }) => host === '*')) return ['Read and change all your data on all websites']
  const shown = hosts.slice(0, maxShown).map(({ host }) => host.replace(/^\*\./, 'all sites of '))
  const more = hosts.length > maxShown ? [`and ${hosts.length - maxShown} more`] : []
  return [`Read and change your data on ${[...shown, ...more].join(', ')}`]
}

/** What Chrome warns of; what it does not warn of it grants without a question. */
export function describeRights({ hosts, names }: PermissionSet): string[] {
  return [
    ...[...names].flatMap((name) => permissionWarnings[name] ?? []),
    ...describeHosts([...hosts.values()]),
  ]
}
