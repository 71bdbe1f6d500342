import type { PermissionRow } from '../../renderer-types/contract/words.ts'
import type { HostPattern } from './host-pattern.ts'
import { matchesHostPattern } from './host-pattern.ts'

export type Operation = PermissionRow['operation']

/** Patterns of each operation. An operation without a matching pattern is denied. */
export type Permissions = Readonly<Record<Operation, readonly HostPattern[]>>

export function isPermitted(
  permissions: Permissions,
  operation: Operation,
  host: string,
  port: number,
): boolean {
  return permissions[operation].some((pattern) => matchesHostPattern(pattern, host, port))
}
