import type { PermissionRow } from '../../renderer-types/contract/words.ts'
import { maxHostLength } from '../sockets/address.ts'
import type { HostPattern } from './host-pattern.ts'
import { foldCase } from './host-pattern.ts'
import { matchesHostPattern } from './match-host.ts'

export type Operation = PermissionRow['operation']

/** Patterns of each operation. An operation without a matching pattern is denied. */
export type Permissions = Readonly<Record<Operation, readonly HostPattern[]>>

export function isPermitted(
  permissions: Permissions,
  operation: Operation,
  host: string,
  port: number,
): boolean {
  // What is longer is no host: nothing looks at it, and it equals nothing.
  const name = host.length > maxHostLength ? host : foldCase(host)
  return permissions[operation].some((pattern) => matchesHostPattern(pattern, name, port))
}
